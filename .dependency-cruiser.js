// The arrows of the code: entry points → modules → platform → common; config may be read by all.
// Each rule was seen to fail on a file that breaks it: scripts/test/arrows.spec.ts.

/** What a module may import besides itself, always through the other's index.ts. */
const mayImport = {
  metrics: [],
  auth: ['metrics'],
  enrolment: ['auth', 'metrics'],
  validation: ['enrolment', 'auth', 'metrics'],
  privacy: ['enrolment', 'validation', 'auth', 'metrics'],
  audit: ['auth', 'metrics'],
  system: ['auth', 'metrics'],
  resilience: ['auth', 'metrics'],
  tasks: ['validation', 'auth', 'metrics'],
};

const spec = '\\.spec\\.ts$';
const moduleArrows = Object.entries(mayImport).map(([name, others]) => ({
  name: `module-${name}`,
  comment: `${name} may import only: ${others.join(', ') || 'no other module'}.`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: '^src/modules/', pathNot: [name, ...others].map((other) => `^src/modules/${other}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-found',
      comment: 'tfjs-node is used when somebody has installed it; typed-document-node is types alone.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@(tensorflow/tfjs-node|graphql-typed-document-node/core)$' },
    },
    {
      name: 'config-stands-alone',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^src/', pathNot: '^src/config/' },
    },
    {
      name: 'common-is-pure',
      severity: 'error',
      from: { path: '^src/common/' },
      to: { path: '^src/', pathNot: '^src/(common|config)/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform|common|config)/' },
    },
    {
      name: 'modules-are-below-entry-points',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    ...moduleArrows,
    {
      name: 'modules-meet-at-their-index',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'entry-points-use-the-index',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: spec },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'typeorm-stays-in-repositories',
      comment: 'Only repositories, entities, the database door, migrating and the wiring of modules see TypeORM.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '\\.repository\\.ts$',
          '\\.entity\\.ts$',
          '\\.module\\.ts$',
          '^src/platform/database/',
          '^src/main\\.migrate\\.ts$',
          spec,
        ],
      },
      to: { path: '^node_modules/(@nestjs/)?typeorm/' },
    },
    {
      name: 'processors-only-in-the-worker',
      comment:
        '@nestjs/bullmq starts a worker for every processor that a container can reach: the API must not see one.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.worker\\.module\\.ts$', spec] },
      to: { path: '\\.processor\\.ts$' },
    },
    {
      name: 'surfaces-meet-in-shared',
      comment: 'Nobody loads the code of another surface: the kiosk has none of the administration.',
      severity: 'error',
      from: { path: '^web/src/([^/]+)/' },
      to: { path: '^web/src/', pathNot: '^web/src/($1|shared)/' },
    },
    {
      name: 'web-speaks-graphql-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|scripts|test)/' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { path: '^(scripts|test)/' },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
