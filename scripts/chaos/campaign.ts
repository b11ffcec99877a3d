import { type Settings } from '../launcher/settings.js';
import { type Backend } from './parts.js';
import { runOnce, type RunResult } from './run.js';
import { type RunPlan, schedule } from './schedule.js';
import { openStage, type Stage } from './stage.js';

export interface Campaign {
  readonly backend: Backend;
  readonly seed: number;
  readonly runs: number;
  /** Only this run of the seed. */
  readonly run?: number | undefined;
  /** Only these kinds of faults. */
  readonly only?: readonly string[] | undefined;
  /** Milliseconds after the last mending; what waits then is stuck. */
  readonly patience?: number | undefined;
  /** Further settings of the processes. */
  readonly settings?: Settings;
  /** Something is changed before the first run. */
  readonly prepare?: (stage: Stage) => Promise<void>;
  readonly stopped: AbortSignal;
}

/** The plans of a campaign. */
export function plansOf({ backend, seed, runs, run, only }: Omit<Campaign, 'stopped'>): RunPlan[] {
  return run === undefined ? schedule(seed, backend, runs, only) : schedule(seed, backend, run + 1, only).slice(run);
}

/** Every run on one stage, as long as nothing is found: what is broken would break the next ones too. */
export async function* campaign(options: Campaign): AsyncGenerator<RunResult & { readonly stage: Stage }, void> {
  let stage: Stage | undefined;
  try {
    for (const plan of plansOf(options)) {
      if (options.stopped.aborted) return;
      stage ??= await prepared(options);
      const result = await runOnce(stage, plan, options.patience);
      yield { ...result, stage };
      if (result.findings.length > 0) {
        await stage.close();
        stage = undefined;
      }
    }
  } finally {
    await stage?.close();
  }
}

async function prepared({ backend, settings, prepare }: Campaign): Promise<Stage> {
  const stage = await openStage(backend, settings);
  await prepare?.(stage);
  return stage;
}
