import { parseArgs } from 'node:util';

/** What an owner says of a bundle. */
export interface Choices {
  readonly image: string;
  readonly domain: string;
  readonly certificate: string;
  /** Above the parameters that hold the secrets, one each. */
  readonly parameters: string;
  readonly out: string;
}

/** A name of an image whose content can't change under it. */
const PINNED = /^[\w.-]+(:\d+)?(\/[\w.-]+)+@sha256:[0-9a-f]{64}$/;

const EXAMPLES: Choices = {
  image: `111111111111.dkr.ecr.eu-west-1.amazonaws.com/presente-prod@sha256:${'0'.repeat(64)}`,
  domain: 'presente.school.example',
  certificate: 'arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000',
  parameters: 'arn:aws:ssm:eu-west-1:111111111111:parameter/presente/prod',
  out: 'dist/presente-elastic-beanstalk.zip',
};

const SHAPES: Readonly<Record<keyof Choices, RegExp>> = {
  image: PINNED,
  domain: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  certificate: /^arn:aws[\w-]*:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/,
  parameters: /^arn:aws[\w-]*:ssm:[\w-]+:\d{12}:parameter(\/[\w.-]+)+$/,
  out: /\.zip$/,
};

export const USAGE =
  'npm run deploy:eb -- --bundle [--image REPOSITORY@sha256:…] [--domain NAME] [--certificate ARN] [--parameters ARN] [--out FILE.zip]';

/** Called in another way than the usage says. */
export class MisuseError extends Error {}

/** @returns the choices, and the names of those that nobody made @throws MisuseError */
export function choicesOf(args: readonly string[]): {
  readonly choices: Choices;
  readonly examples: readonly string[];
} {
  const text = { type: 'string' } as const;
  const options = { image: text, domain: text, certificate: text, parameters: text, out: text };
  const { values } = parseArgs({ args: [...args], options: { ...options, bundle: { type: 'boolean' } } });
  const { bundle, ...given } = values;
  if (bundle !== true) throw new MisuseError(`What is to be done? Usage:\n  ${USAGE}`);
  const choices = { ...EXAMPLES, ...given };
  for (const [name, shape] of Object.entries(SHAPES))
    if (!shape.test(choices[name as keyof Choices]))
      throw new MisuseError(`--${name} is not what it should be:\n  ${USAGE}`);
  const examples = Object.keys(EXAMPLES).filter((name) => name !== 'out' && !(name in given));
  return { choices, examples };
}
