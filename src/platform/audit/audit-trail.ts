import { Injectable } from '@nestjs/common';
import { currentCorrelationId } from '../../common/context/request-context.js';
import { Database } from '../database/database.js';
import { Telemetry } from '../telemetry/telemetry.js';
import { hashOf } from './audit-chain.js';
import { type AuditEvent, AuditOutcome, requireCodes } from './audit-event.js';
import { AuditSeal } from './audit-seal.js';

/** Complete, but for its place in the chain. */
type Entry = Required<AuditEvent>;

/** Whoever holds the end of the chain holds up everybody else who has something to record. */
const HOLD_MS = 2_000;

/**
 * Writes the audit: append-only, gapless, each event with the hash of the one before. What is recorded in a transaction
 * is written as the last thing before its commit, so both are there or neither. The lock on the end of the chain is
 * therefore always the last one taken: nobody who holds it waits for anything else, and there can be no deadlock.
 */
@Injectable()
export class AuditTrail {
  /** By the manager of their transaction. */
  private readonly entries = new WeakMap<object, Entry[]>();

  constructor(
    private readonly database: Database,
    private readonly seal: AuditSeal,
    private readonly telemetry: Telemetry,
  ) {}

  /** Joins the open transaction; without one, the event is written when this resolves. */
  async record(event: AuditEvent): Promise<void> {
    requireCodes(event);
    const entry: Entry = {
      outcome: AuditOutcome.SUCCESS,
      details: {},
      correlationId: currentCorrelationId(),
      ...event,
    };
    await this.database.transaction(() => {
      this.add(entry);
      return Promise.resolve();
    });
  }

  private add(entry: Entry): void {
    const transaction = this.database.manager;
    const earlier = this.entries.get(transaction);
    if (earlier !== undefined) {
      earlier.push(entry);
      return;
    }
    const entries = [entry];
    this.entries.set(transaction, entries);
    this.database.beforeCommit(() => this.append(entries));
    this.database.afterCommit(() => {
      for (const { action, outcome } of entries) this.telemetry.audit(action, outcome);
    });
  }

  private async append(entries: readonly Entry[]): Promise<void> {
    const head = await this.holdHead();
    const at = new Date();
    let sequence = Number(head.sequence);
    let hash = head.hash;
    const rows = entries.map((entry) => {
      const link = { ...entry, sequence: String(++sequence), at: String(at.getTime()), previousHash: hash };
      hash = hashOf(link);
      return { ...link, at, previousHash: link.previousHash.toString('hex'), hash: hash.toString('hex') };
    });
    await this.database.query(
      `WITH moved AS (UPDATE audit_head SET sequence = $1, hash = $2, seal = $3, at = $4)
       INSERT INTO audit_events (sequence, at, action, actor, subject_kind, subject_id, outcome, correlation_id, details,
         previous_hash, hash)
       SELECT sequence, at, action, actor, "subjectKind", "subjectId", outcome, "correlationId", details,
         decode("previousHash", 'hex'), decode(hash, 'hex')
       FROM jsonb_to_recordset($5) AS event (sequence bigint, at timestamptz, action text, actor text, "subjectKind" text,
         "subjectId" text, outcome text, "correlationId" text, details jsonb, "previousHash" text, hash text)`,
      [sequence, hash, this.seal.of(String(sequence), hash), at, JSON.stringify(rows)],
    );
  }

  /** A process that stops while it holds the end is dropped by the server: others wait no longer than that. */
  private async holdHead(): Promise<{ readonly sequence: string; readonly hash: Buffer }> {
    const [head] = await this.database.query<{ sequence: string; hash: Buffer }>(
      `SELECT sequence, hash, set_config('idle_in_transaction_session_timeout', $1, true) FROM audit_head FOR UPDATE`,
      [String(HOLD_MS)],
    );
    if (head === undefined) throw new Error('The audit has no head.');
    return head;
  }
}
