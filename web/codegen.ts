import { type CodegenConfig } from '@graphql-codegen/cli';

/** Each has its own documents, so that none carries those of another. */
const SURFACES = ['shared', 'kiosk', 'enrolment', 'pass', 'admin', 'board'];

type Output = CodegenConfig['generates'][string];

const outputOf = (surface: string): Output => ({
  documents: [`src/${surface}/**/*.{ts,tsx}`, `!src/${surface}/graphql/**`],
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    scalars: { DateTime: 'string' },
    dedupeFragments: true,
  },
});

/** `npm run documents`: a typed document for each operation that the pages send. */
const config: CodegenConfig = {
  schema: '../src/schema.graphql',
  ignoreNoDocuments: true,
  generates: Object.fromEntries(SURFACES.map((surface) => [`src/${surface}/graphql/`, outputOf(surface)])),
};

export default config;
