import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { findExecutable } from './executables.js';
import { OperatorError } from './operator-error.js';
import { freePort } from './ports.js';
import { endProcess } from './processes.js';
import { makeScratch, noteServer, removeScratch } from './scratch.js';

const READY_MS = 30_000;

export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [at: number, value: string];
}

export interface LoadedRule {
  readonly name: string;
  /** `ok`, or what went wrong when it was evaluated. */
  readonly health: string;
  /** `inactive`, `pending` or `firing`. */
  readonly state: string;
}

export interface PrometheusServer {
  readonly url: string;
  /** What an expression gives now. @throws Error with Prometheus' own words when it can't be read */
  query(expr: string): Promise<readonly Sample[]>;
  rules(): Promise<readonly LoadedRule[]>;
  stop(): Promise<void>;
}

export interface Scraped {
  /** `presente-api` or `presente-worker`. */
  readonly job: string;
  /** `host:port`. */
  readonly targets: readonly string[];
}

/**
 * Starts a fresh `prometheus` of our own on a loopback port.
 * @param seconds from one look to the next, and as long as one may take
 * @throws OperatorError
 */
export async function startPrometheus(
  jobs: readonly Scraped[],
  rulesFile: string,
  seconds = 1,
): Promise<PrometheusServer> {
  const program = findExecutable('prometheus');
  if (program === undefined) throw new OperatorError('There is no prometheus (Debian: apt-get install prometheus).');
  const scratch = await makeScratch('prometheus');
  const config = path.join(scratch, 'prometheus.yaml');
  await writeFile(
    config,
    stringify({
      global: { scrape_interval: `${seconds}s`, scrape_timeout: `${seconds}s`, evaluation_interval: '5s' },
      rule_files: [rulesFile],
      scrape_configs: jobs.map(({ job, targets }) => ({ job_name: job, static_configs: [{ targets }] })),
    }),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    program,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(scratch, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--enable-feature=exemplar-storage',
      '--log.level=warn',
    ],
    { cwd: scratch, detached: true, stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    await endProcess(Number(child.pid), ['SIGTERM', 'SIGKILL'], 5_000);
    await ended;
    await removeScratch(scratch);
  };
  try {
    await noteServer(scratch, Number(child.pid));
    await untilReady(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    query: async (expr) => (await ask<{ result: Sample[] }>(url, `query?query=${encodeURIComponent(expr)}`)).result,
    rules: async () =>
      (await ask<{ groups: { rules: LoadedRule[] }[] }>(url, 'rules')).groups.flatMap(({ rules }) => rules),
    stop,
  };
}

async function ask<Data>(url: string, what: string): Promise<Data> {
  const response = await fetch(`${url}/api/v1/${what}`);
  const answer = (await response.json()) as { status: string; error?: string; data: Data };
  if (answer.status !== 'success') throw new Error(answer.error);
  return answer.data;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    if ((await fetch(`${url}/-/ready`).catch(() => undefined))?.ok === true) return;
    await sleep(100);
  }
  throw new OperatorError('prometheus did not become ready.');
}
