import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { endedAtOnce } from '../../common/ended-at-once.js';
import { type Page, toPage } from '../../common/graphql/connection.js';
import { FIRST_ID, LogStore, type StoredLine } from '../../platform/logging/store/log-store.js';
import { LogBatch, type LogLine } from './log-line.type.js';
import { type LogsArgs, type LogTailArgs } from './logs.inputs.js';
import { matching } from './matching.js';

/** Lines that are read from the store at once. */
const CHUNK = 1_000;
/** How often a follower is told what is new. */
const EVERY_MS = 500;
/** Lines that a follower gets at once: nobody reads more. */
const MOST = 100;

/** The lines in the store are few, and capped: those that are asked for are looked for one by one. */
@Injectable()
export class LogsService {
  constructor(private readonly store: LogStore) {}

  /** Newest first. */
  async page({ filter, first, after }: LogsArgs): Promise<Page<LogLine>> {
    const match = matching(filter ?? {});
    const found: LogLine[] = [];
    let cursor = after ?? undefined;
    for (;;) {
      const chunk = await this.store.before(cursor, CHUNK);
      for (const stored of chunk) {
        const line = match(stored);
        if (line !== undefined && found.push(line) > first) return toPage(found, first);
      }
      if (chunk.length < CHUNK) return toPage(found, first);
      cursor = chunk.at(-1)?.id;
    }
  }

  /** What is written from now on, or since a line. The iterator's `return` (a client that leaves) ends the wait at once. */
  tail({ filter, after }: LogTailArgs): AsyncGenerator<LogBatch, void> {
    const match = matching(filter ?? {});
    const { store } = this;
    const left = new AbortController();

    async function* batches(): AsyncGenerator<LogBatch, void> {
      let cursor = after ?? (await newestOf(store));
      let isFirst = true;
      while (!left.signal.aborted) {
        const { lines, isWhole } = await newLines(store, cursor);
        cursor = lines.at(-1)?.id ?? cursor;
        const batch = batchOf(lines.map(match), isWhole && !(isFirst && !after));
        if (isFirst || batch.reload || batch.lines.length > 0) yield batch;
        isFirst = false;
        await sleep(EVERY_MS, undefined, { signal: left.signal }).catch(() => undefined);
      }
    }

    return endedAtOnce(batches(), left);
  }
}

const newestOf = async (store: LogStore): Promise<string> => (await store.before(undefined, 1))[0]?.id ?? FIRST_ID;

/** @param matched a line each, or undefined for one that is not asked for */
function batchOf(matched: readonly (LogLine | undefined)[], isWhole: boolean): LogBatch {
  const lines = matched.filter((line) => line !== undefined);
  return new LogBatch(lines.slice(-MOST), !isWhole || lines.length > MOST);
}

/** Those after a line; only the newest when there are very many, so that a reader does not fall behind for good. */
async function newLines(store: LogStore, after: string): Promise<{ lines: StoredLine[]; isWhole: boolean }> {
  const lines = await store.after(after, CHUNK);
  if (lines.length < CHUNK) return { lines, isWhole: true };
  return { lines: (await store.before(undefined, CHUNK)).toReversed(), isWhole: false };
}
