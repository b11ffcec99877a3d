import { EventEmitter } from 'node:events';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { z } from 'zod';
import { clientConnection, type DatabaseAccess } from '../database/connection.js';

const CHANNEL = 'presente_state';
const RECONNECT_MS = 1_000;
const HEARTBEAT_MS = 5_000;

/** Anybody who may connect to the database may notify: what is no announcement is passed over. */
const announcement = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.object({ topic: z.string(), id: z.uuid() }));

/**
 * Hears of changed states from PostgreSQL (`NOTIFY` by trigger, at commit, ids only) over one connection of its own.
 * When that connection was lost, every follower is woken after the reconnect, so that nothing missed stays unseen.
 */
@Injectable()
export class StateChanges implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(StateChanges.name);
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly access: DatabaseAccess) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /**
   * Each `next` resolves when `id` has changed since it was called: called before the row is read, it misses nothing and wakes
   * nobody for what they have read. Ends when `signal` aborts. `events.on` would keep every change, in 33 kB for each listener.
   */
  async *of(topic: string, id: string, signal: AbortSignal): AsyncGenerator<void, void> {
    const isOver = (): boolean => signal.aborted;
    let resume = (): void => undefined;
    const wake = (): void => {
      resume();
    };
    this.listen([`${topic}:${id}`], wake, signal);
    signal.addEventListener('abort', wake, { once: true });
    while (!isOver()) {
      await new Promise<void>((resolve) => {
        resume = resolve;
      });
      if (!isOver()) yield;
    }
  }

  /**
   * Calls `heard` with the id of whatever changes under one of `topics` from now on, or with undefined when some changes may have
   * been missed; until `signal` aborts.
   */
  onEach(topics: readonly string[], heard: (id: string | undefined) => void, signal: AbortSignal): void {
    this.listen(topics.map(anyOf), heard, signal);
  }

  /** Until `signal` aborts, and not to the end of a generator: nobody resumes one who leaves while a change waits for them. */
  private listen(names: readonly string[], heard: (id: string | undefined) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    for (const name of names) this.emitter.on(name, heard);
    signal.addEventListener('abort', () => {
      for (const name of names) this.emitter.off(name, heard);
    });
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      ...clientConnection(this.access),
      application_name: 'presente-state',
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      query_timeout: 3_000,
    });
    client.on('notification', ({ payload }) => {
      this.announce(payload);
    });
    client.once('error', () => {
      this.reconnect(client);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch {
      this.reconnect(client);
      return;
    }
    this.client = client;
    this.wakeAll();
    this.beat(client);
  }

  /** A connection that died silently is found by its heartbeat. */
  private beat(client: pg.Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => {
          this.beat(client);
        },
        () => {
          this.reconnect(client);
        },
      );
    }, HEARTBEAT_MS);
  }

  private reconnect(lost: pg.Client): void {
    if (this.stopped || (this.client !== undefined && this.client !== lost)) return;
    this.logger.warn('state changes: connection lost, trying again');
    this.client = undefined;
    lost.removeAllListeners().on('error', () => undefined);
    lost.end().catch(() => undefined);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), RECONNECT_MS);
  }

  private announce(payload: string | undefined): void {
    const parsed = announcement.safeParse(payload);
    if (!parsed.success) return;
    const { topic, id } = parsed.data;
    this.emitter.emit(`${topic}:${id}`);
    this.emitter.emit(anyOf(topic), id);
  }

  private wakeAll(): void {
    // `events.on` listens to 'error' as well: that one would end every follower.
    for (const name of this.emitter.eventNames()) if (name !== 'error') this.emitter.emit(name);
  }
}

/** No id is called so. */
const anyOf = (topic: string): string => `${topic}:*`;
