import { type StoredLine } from '../../platform/logging/store/log-store.js';
import { isAtLeast } from './log-level.js';
import { type LogLine } from './log-line.type.js';
import { type LogFilter } from './logs.inputs.js';
import { readLine } from './read-line.js';

type Test = (line: LogLine) => boolean;

/** @returns what reads a stored line, and gives undefined for one that is not asked for */
export function matching(filter: LogFilter): (stored: StoredLine) => LogLine | undefined {
  const tests = testsOf(filter);
  const mayMatch = quickly(filter);
  return (stored) => {
    // Most lines are left out before anything is made of them.
    if (!mayMatch(stored.line)) return undefined;
    const line = readLine(stored);
    return line !== undefined && tests.every((test) => test(line)) ? line : undefined;
  };
}

function quickly({ text, correlationId, operation }: LogFilter): (line: string) => boolean {
  const wanted = text?.toLowerCase() ?? '';
  return (line) =>
    (!correlationId || line.includes(correlationId)) &&
    (!operation || line.includes(operation.split(' ').at(-1) ?? '')) &&
    (wanted === '' || line.toLowerCase().includes(wanted));
}

const testsOf = ({
  levelAtLeast,
  service,
  instance,
  correlationId,
  operation,
  from,
  to,
}: LogFilter): readonly Test[] => [
  whenAsked(levelAtLeast, (least) => (line) => isAtLeast(line.level, least)),
  whenAsked(service, (one) => (line) => line.service === one),
  whenAsked(instance, (one) => (line) => line.instance === one),
  whenAsked(correlationId, (id) => (line) => line.correlationId === id),
  whenAsked(operation, (name) => (line) => line.operations.includes(name)),
  whenAsked(from, (moment) => (line) => line.at >= moment),
  whenAsked(to, (moment) => (line) => line.at < moment),
];

const whenAsked = <T>(asked: T | null | undefined, test: (asked: T) => Test): Test =>
  asked === null || asked === undefined ? () => true : test(asked);
