import { bothStages } from '../generated/templates.ts';
import { settingsOf } from '../lib/settings.ts';
import { idleMonth, type Item, millionValidations, rekognitionMillion, total } from './estimate.ts';

/** `npm --prefix infra run cost` */
const say = (line: string) => void process.stdout.write(`${line}\n`);

function show(title: string, items: readonly Item[]): void {
  say(`\n${title}`);
  for (const { what, how, dollars } of items) say(`  ${what.padEnd(22)} ${dollars.toFixed(2).padStart(9)}   ${how}`);
  say(`  ${'together'.padEnd(22)} ${total(items).toFixed(2).padStart(9)}`);
}

for (const stage of ['dev', 'prod'] as const) {
  const settings = settingsOf(stage, () => undefined);
  show(`${stage}: a month in which nobody comes, US dollars`, idleMonth(bothStages()[stage], settings));
  if (stage === 'prod') show('a million validations, beyond that', millionValidations(settings));
}
say(
  `\nA million images compared by Rekognition: ${rekognitionMillion().toFixed(2)}. List prices, to be checked: cost/prices.ts`,
);
