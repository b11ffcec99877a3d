import { type HistoryEvent, type VisitorKind, type VisitRecord } from './history.js';
import { type AttemptRecord, type EndRecord, type Records } from './records.js';

export const FINDING_KINDS = ['lost', 'duplicated', 'falseAccept', 'wrongAnswer', 'stuck', 'auditBroken'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One place where what clients were told and what the server holds do not fit together, or do not fit what is right. */
export interface Finding {
  readonly kind: FindingKind;
  /** An attempt's id, or the key of a visit without one. */
  readonly subject: string;
  readonly sentence: string;
}

/** What happened on purpose that lets a validation end without an answer; whoever has none is refused, never accepted. */
export interface Excuses {
  /** The store of captures was wiped, or the server that keeps them in memory died. */
  readonly capturesLost: boolean;
  /** Workers or servers were away, so that all tries of a job could fail. */
  readonly workFailed: boolean;
}

/** The promise that is checked (REFERENCES §11, R1). */
export function check(visits: readonly VisitRecord[], records: Records, excuses: Excuses): Finding[] {
  const attempts = new Map(records.attempts.map((attempt) => [attempt.id, attempt]));
  const held = {
    audited: Map.groupBy(records.audited, ({ id }) => id),
    witnessed: Map.groupBy(records.witnessed, ({ id }) => id),
  };
  const keys = new Set(visits.map(({ key }) => key));
  return [
    ...visits.flatMap((visit) => checkVisit(visit, attempts, excuses)),
    ...records.attempts.flatMap((attempt) => checkAttempt(attempt, held, keys)),
    ...records.outstandingJobs.map((job) => found('stuck', job, 'The job has not ended.')),
  ];
}

const found = (kind: FindingKind, subject: string, sentence: string): Finding => ({ kind, subject, sentence });

type Attempts = ReadonlyMap<string, AttemptRecord>;

function checkVisit({ key, kind, events }: VisitRecord, attempts: Attempts, excuses: Excuses): Finding[] {
  const acknowledged = events.filter(({ outcome }) => outcome === 'acknowledged');
  const ids = new Set(acknowledged.flatMap(({ attemptId }) => attemptId ?? []));
  const uploads = acknowledged.filter(({ step }) => step === 'upload').length;
  const findings = [...ids].flatMap((id) => {
    const attempt = attempts.get(id);
    if (attempt === undefined) return [found('lost', id, 'A client was told of it, and there is no row.')];
    return [...checkSeen(attempt, acknowledged), ...checkAnswer(attempt, kind, uploads > 0, excuses)];
  });
  if (ids.size > 1) findings.push(found('duplicated', key, `One key was answered with ${ids.size} attempts.`));
  if (uploads > 1) findings.push(found('duplicated', key, `${uploads} uploads of one ticket were taken.`));
  // Whatever is broken behind it, the API knows that it is, and says "try again".
  if (events.some(({ code }) => code === 'INTERNAL'))
    findings.push(found('wrongAnswer', key, 'A client got INTERNAL.'));
  return findings;
}

/** A final state that a client saw is the state for ever. */
function checkSeen(attempt: AttemptRecord, acknowledged: readonly HistoryEvent[]): Finding[] {
  const seen = acknowledged.filter(({ attemptId, reason }) => attemptId === attempt.id && typeof reason === 'string');
  const other = seen.find(({ state, reason }) => state !== attempt.state || reason !== attempt.reason);
  if (other === undefined) return [];
  const [told, is] = [other, attempt].map(({ state, reason }) => `${state ?? ''} ${reason ?? ''}`);
  return [found('duplicated', attempt.id, `A client was told ${told}, and the row says ${is}.`)];
}

/** What a refusal may be; whoever failed too often is not compared any more. */
const RIGHT_ANSWERS: Readonly<Record<VisitorKind, RegExp>> = {
  genuine: /^ACCEPTED MATCH$/,
  impostor: /^REJECTED (FACE_MISMATCH|TOO_MANY_FAILURES)$/,
  revoked: /^REJECTED CREDENTIAL_REVOKED$/,
  unknown: /^REJECTED CREDENTIAL_INVALID$/,
  'replayed-turn': /^REJECTED TURN_USED$/,
};

function checkAnswer(attempt: AttemptRecord, kind: VisitorKind, uploaded: boolean, excuses: Excuses): Finding[] {
  const { id, state, reason, final } = attempt;
  const answer = `${state} ${reason ?? ''}`.trim();
  if (state === 'ACCEPTED' && kind !== 'genuine') return [found('falseAccept', id, `The ${kind} was accepted.`)];
  if (RIGHT_ANSWERS[kind].test(answer)) return [];
  // A capture that was taken and that no worker ever sees is lost, also when the row waits or the deadline has ended it.
  if (uploaded && /^(OPEN|EXPIRED (CAPTURE_NOT_RECEIVED|PROCESSING_TIMED_OUT))$/.test(answer))
    return [found('lost', id, `The upload was acknowledged, and the row says ${answer}.`)];
  if (!final) return uploaded ? [found('stuck', id, `Acknowledged, and still ${state}.`)] : [];
  if (isExcused(answer, uploaded, excuses)) return [];
  return [found(uploaded && state === 'EXPIRED' ? 'lost' : 'wrongAnswer', id, `The ${kind} got ${answer}.`)];
}

function isExcused(answer: string, uploaded: boolean, { capturesLost, workFailed }: Excuses): boolean {
  if (answer === 'EXPIRED CAPTURE_NOT_RECEIVED') return !uploaded;
  if (answer === 'EXPIRED CAPTURE_LOST') return capturesLost;
  return answer === 'FAILED PROCESSING_FAILED' && workFailed;
}

interface Held {
  readonly audited: ReadonlyMap<string, readonly EndRecord[]>;
  readonly witnessed: ReadonlyMap<string, readonly EndRecord[]>;
}

/** Whatever clients know of it: made once, ended once, and the audit says how. */
function checkAttempt(attempt: AttemptRecord, held: Held, keys: ReadonlySet<string>): Finding[] {
  const { id, key } = attempt;
  const [audited, witnessed] = [held.audited.get(id) ?? [], held.witnessed.get(id) ?? []];
  const findings = checkAudit(attempt, audited, witnessed);
  if (key === null || !keys.has(key)) findings.push(found('duplicated', id, 'Nobody asked for it with this key.'));
  const ends = Math.max(audited.length, witnessed.length);
  if (ends > 1) findings.push(found('duplicated', id, `It was decided ${ends} times.`));
  return findings;
}

function checkAudit(
  { id, state, reason, final }: AttemptRecord,
  audited: readonly EndRecord[],
  witnessed: readonly EndRecord[],
): Finding[] {
  const last = audited.at(-1);
  if (audited.length < Math.max(Number(final), witnessed.length))
    return [found('auditBroken', id, `It ended ${state}, and the audit does not know.`)];
  if (last === undefined || (last.state === state && last.reason === reason)) return [];
  const said = `${last.state} ${last.reason ?? ''}`;
  return [found('auditBroken', id, `The audit says ${said}, and the row ${state} ${reason ?? ''}.`)];
}
