import { parseArgs } from 'node:util';
import { Registry } from 'prom-client';
import { examineFrames, type FrameFinding } from '../../../src/platform/face/examine-frames.js';
import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { Telemetry } from '../../../src/platform/telemetry/telemetry.js';
import { OperatorError } from '../../support/operator-error.js';
import { engineName, openEngine } from '../engine.js';
import { judgeSequence, type SequencePolicy } from './judge-sequence.js';
import { type JudgedSequence, type Label, LABELS, readableReport, reportOf } from './report.js';
import { readSequence, sequencePaths } from './sequences.js';

/** The false match rate of a new checkpoint: from its threshold on two faces of a sequence are one. */
const FMR = 1e-4;

/** Frames that the engine is given at once. */
const AT_ONCE = 16;

/** `eval challenge --live DIR --attack DIR [--strict] [--engine onnx|face-api] [--json]` */
export async function challengeCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      live: { type: 'string' },
      attack: { type: 'string' },
      strict: { type: 'boolean', default: false },
      engine: { type: 'string', default: 'onnx' },
      json: { type: 'boolean', default: false },
    },
  });
  const found = await findSequences({ live: values.live, attack: values.attack });
  const engine = await openEngine(engineName(values.engine));
  try {
    const policy = { threshold: engine.thresholdFor(FMR), strict: values.strict };
    const judged: JudgedSequence[] = [];
    for (const one of found) judged.push(await judge(engine, one, policy));
    const report = reportOf(engine.model, judged);
    process.stdout.write(`${readableReport(report)}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await engine.close();
  }
}

interface FoundSequence {
  readonly label: Label;
  readonly folder: string;
  readonly file: string;
}

/** Everything is looked for before anything is computed. @throws OperatorError */
async function findSequences(folders: Readonly<Record<Label, string | undefined>>): Promise<FoundSequence[]> {
  const found: FoundSequence[] = [];
  for (const label of LABELS) {
    const folder = folders[label];
    if (folder === undefined) continue;
    found.push(...(await sequencePaths(folder)).map((file) => ({ label, folder, file })));
  }
  if (found.length === 0) throw new OperatorError('--live or --attack is needed, or both.');
  return found;
}

async function judge(
  engine: FaceEngine,
  { label, folder, file }: FoundSequence,
  policy: SequencePolicy,
): Promise<JudgedSequence> {
  const sequence = await readSequence(folder, file);
  const findings = await examineAll(engine, sequence.frames);
  const { name, frames } = sequence;
  return { label, name, frames: frames.length, ...judgeSequence(sequence, findings, policy) };
}

async function examineAll(engine: FaceEngine, frames: readonly Uint8Array[]): Promise<readonly FrameFinding[]> {
  const telemetry = new Telemetry(new Registry());
  const findings: FrameFinding[] = [];
  for (let start = 0; start < frames.length; start += AT_ONCE) {
    const some = frames.slice(start, start + AT_ONCE);
    findings.push(...(await examineFrames(engine, some, { live: true, pose: true }, telemetry)));
  }
  return findings;
}
