import { parseArgs } from 'node:util';
import { OperatorError } from '../../support/operator-error.js';
import { wholeNumber } from '../../support/whole-number.js';
import { onOwnStack, sayOnStderr } from '../own-stack.js';
import { type SoakReport, soak } from './soak.js';

/** `bench soak [--validations N] [--mark N] [--json]`: what validations leave in the memory of the API and the worker. */
export async function soakCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      validations: { type: 'string', default: '20000' },
      mark: { type: 'string', default: '2000' },
      json: { type: 'boolean', default: false },
    },
  });
  const question = {
    validations: wholeNumber('--validations', values.validations),
    mark: wholeNumber('--mark', values.mark),
  };
  if (question.mark * 2 > question.validations)
    throw new OperatorError('--validations must be twice --mark or more, else there is nothing between them.');
  const report = await onOwnStack({}, (stack) => soak(stack, question, sayOnStderr));
  if (report === undefined) return;
  process.stdout.write(`${readable(report)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

function readable({ validations, errors, perSecond, mark, api, worker }: SoakReport): string {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  const line = (process: string, growth: SoakReport['api']): string =>
    `  ${process.padEnd(7)} ${Object.entries(growth)
      .map(
        ([kind, { atMark, atEnd, percent }]) => `${kind} ${megabytes(atMark)} → ${megabytes(atEnd)} MB (${percent} %)`,
      )
      .join(', ')}`;
  return [
    `${validations} validations, ${perSecond} a second, ${errors} errors; from the ${mark}th to the last:`,
    line('API', api),
    line('worker', worker),
  ].join('\n');
}
