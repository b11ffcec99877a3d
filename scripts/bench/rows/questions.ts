import { randomUUID } from 'node:crypto';
import { uuidv7 } from '../../../src/common/ids.js';
import { PersonStanding } from '../../../src/modules/enrolment/persons/person-standing.js';
import { RetentionRuleCode } from '../../../src/modules/privacy/retention/retention-rules.js';
import { validationJobs } from '../../../src/modules/validation/attempts/attempt.jobs.js';
import { ValidationMethod } from '../../../src/modules/validation/attempts/validation-method.js';
import { AttemptState } from '../../../src/modules/validation/attempts/validation-reason.js';
import { StatisticsBucket } from '../../../src/modules/validation/statistics/statistics.inputs.js';
import { AuditAction } from '../../../src/platform/audit/audit-event.js';
import { type Product } from './product.js';
import { type Sample } from './sample.js';

/** Something that the product asks of its database. */
export interface Question {
  readonly name: string;
  /** A batch, or all of a person: takes as long as it has rows. Whoever asks for anything else waits for it. */
  readonly batch?: true;
  /** @param round another one each time: what changes rows takes others */
  readonly ask: (product: Product, round: number) => Promise<unknown>;
}

type Ask = Question['ask'];

const PAGE = { first: 20 } as const;
const DAY_MS = 24 * 3_600_000;
const BATCH_ROWS = 1_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/** Every question, in an order in which one leaves the next what it needs. */
export function questionsOn(sample: Sample): Question[] {
  return [
    ...named('validations', validationPages(sample)),
    ...named('audit', auditPages(sample)),
    ...named('person', personPages(sample)),
    ...named('validation', stepsOfOne(sample)),
    ...named('running', running()),
    ...[
      ...named('batch', batches()),
      ...named('statistics', statistics(sample)),
      ...named('person', rights(sample)),
    ].map((question) => ({ ...question, batch: true }) as const),
  ];
}

const named = (group: string, asks: Readonly<Record<string, Ask>>): Question[] =>
  Object.entries(asks).map(([name, ask]) => ({ name: `${group}: ${name}`, ask }));

function validationPages({
  attempt,
  deepAttempt: after,
  checkpoint: checkpointId,
  waiting,
}: Sample): Record<string, Ask> {
  const byState = Object.values(AttemptState).flatMap((state): [string, Ask][] => [
    [state, ({ attempts }) => attempts.page({ ...PAGE, state })],
    [`${state}, deep`, ({ attempts }) => attempts.page({ ...PAGE, state, after })],
    [`${state} at a checkpoint`, ({ attempts }) => attempts.page({ ...PAGE, state, checkpointId })],
  ]);
  return {
    newest: ({ attempts }) => attempts.page(PAGE),
    'a batch of changes': ({ attempts }) => attempts.among(waiting, { checkpointId: null }),
    deep: ({ attempts }) => attempts.page({ ...PAGE, after }),
    'at a checkpoint': ({ attempts }) => attempts.page({ ...PAGE, checkpointId }),
    'at a checkpoint, deep': ({ attempts }) => attempts.page({ ...PAGE, checkpointId, after }),
    ...Object.fromEntries(byState),
    'one by id': ({ attempts }) => attempts.findById(attempt),
  };
}

function auditPages({ attempt, deepEvent: after, persons, device }: Sample): Record<string, Ask> {
  const person = persons[0] ?? '';
  return {
    newest: ({ auditEvents }) => auditEvents.page(PAGE),
    deep: ({ auditEvents }) => auditEvents.page({ ...PAGE, after }),
    'of a common action': ({ auditEvents }) => auditEvents.page({ ...PAGE, action: AuditAction.VALIDATION_ENDED }),
    'of a rare action': ({ auditEvents }) => auditEvents.page({ ...PAGE, action: AuditAction.CREDENTIAL_ISSUED }),
    'of an action that is in no event': ({ auditEvents }) =>
      auditEvents.page({ ...PAGE, action: AuditAction.KEYS_ROTATED }),
    'by a device': ({ auditEvents }) => auditEvents.page({ ...PAGE, actorId: device }),
    'about a person': ({ auditEvents }) => auditEvents.page({ ...PAGE, subjectId: person }),
    'about a validation': ({ auditEvents }) => auditEvents.page({ ...PAGE, subjectId: attempt }),
    'about nobody known': ({ auditEvents }) => auditEvents.page({ ...PAGE, subjectId: randomUUID() }),
    'since yesterday': ({ auditEvents }) => auditEvents.page({ ...PAGE, from: daysAgo(1) }),
    'of a day long ago': ({ auditEvents }) => auditEvents.page({ ...PAGE, from: daysAgo(201), to: daysAgo(200) }),
    'until long ago': ({ auditEvents }) => auditEvents.page({ ...PAGE, to: daysAgo(200) }),
    'of an action until long ago': ({ auditEvents }) =>
      auditEvents.page({ ...PAGE, action: AuditAction.VALIDATION_ENDED, to: daysAgo(200) }),
    'of an action on a day long ago': ({ auditEvents }) =>
      auditEvents.page({ ...PAGE, action: AuditAction.SIGN_IN, from: daysAgo(201), to: daysAgo(200) }),
    head: ({ auditEvents }) => auditEvents.head(),
    'the last 1,000': async ({ auditEvents }) => auditEvents.upTo((await auditEvents.head()).sequence, 1_000),
  };
}

function personPages({ persons, device, checkpoint }: Sample): Record<string, Ask> {
  const person = persons[0] ?? '';
  return {
    newest: (product) => product.persons.page(PAGE),
    'found by a word': (product) => product.persons.page(PAGE, { terms: [70_001, 70_002] }),
    'found by a word that nobody has': (product) => product.persons.page(PAGE, { terms: [70_003] }),
    'who is ready': (product) => product.persons.page(PAGE, { standing: PersonStanding.READY }),
    'how far a page of them is': (product) => product.persons.standingsOf(persons),
    'by external id': (product) => product.persons.findByExternalIdIndex(Buffer.alloc(32)),
    credentials: ({ credentials }) => credentials.page(person, PAGE),
    consents: ({ consents }) => consents.history(person),
    failures: ({ failures }) => failures.ofPerson(person),
    'devices at a checkpoint': ({ devices }) => devices.page(PAGE, checkpoint),
    'one device': ({ devices }) => devices.findLive(device),
    'erasure receipts': ({ erasures }) => erasures.list(PAGE),
  };
}

/** What the API and the worker ask for one validation, from the turn to the end. */
function stepsOfOne({ persons, credential, waiting, checkpoint, device }: Sample): Record<string, Ask> {
  const subject = { personId: persons[0] ?? '', credentialId: credential };
  const idOf = (round: number): string => waiting[round % waiting.length] ?? '';
  const claims = new Map<string, string>();
  return {
    turn: ({ turns, database }, round) => database.transaction(() => turns.hold(Buffer.from(`${round}`.padEnd(32)))),
    'idempotency key': ({ idempotency, database }) =>
      database.transaction(() =>
        idempotency.claim({ actorId: device, operation: 'openValidation', key: randomUUID(), input: {} }, uuidv7()),
      ),
    'active card': ({ credentials }) => credentials.findById(credential),
    'grounds of the subject': ({ admissions }) => admissions.groundsOf(subject),
    'active consent, held': ({ consents, database }) =>
      database.transaction(() => consents.holdActive(subject.personId)),
    'failures of the subject': ({ failures }) => failures.of(subject),
    open: ({ attempts }) =>
      attempts.open({
        ...subject,
        id: uuidv7(),
        checkpointId: checkpoint,
        openedBy: device,
        turnId: randomUUID(),
        deadlineAt: new Date(Date.now() + DAY_MS),
        method: ValidationMethod.FACE,
      }),
    'awaits its frames': ({ attempts }, round) => attempts.work.awaitsCapture(idOf(round)),
    queue: ({ attempts, outbox }, round) => {
      const [attemptId, captureId] = [idOf(round), randomUUID()];
      const queueing = attempts.work.queueing(attemptId, captureId, 86_400);
      return outbox.addWith(queueing, validationJobs, 'validation.process', { attemptId });
    },
    claim: async ({ attempts }, round) => {
      const claim = await attempts.work.claim(idOf(round));
      if (claim !== undefined) claims.set(claim.id, claim.claim);
    },
    task: ({ attempts }, round) => attempts.task(idOf(round)),
    template: ({ templates }) => templates.findWithKeys(subject.personId, { id: 'arcface', version: '1' }),
    finish: ({ attempts }, round) =>
      attempts.work.finish(
        { id: idOf(round), claim: claims.get(idOf(round)) ?? '' },
        AttemptState.REJECTED,
        'FACE_MISMATCH',
        { model_id: 'arcface', model_version: '1', comparison_score: 0.2, threshold: 0.411, pad_live: 0.9 },
      ),
    'failure counted': ({ failures }) => failures.add(subject),
    'failures cleared': ({ failures }) => failures.clear(subject),
  };
}

/** What runs by itself, every second to every minute, and what Prometheus asks. */
function running(): Record<string, Ask> {
  return {
    'sweeper, enrolments': ({ enrolments }) => enrolments.work.expireOverdue(100),
    'outbox, unsent': ({ outbox }) => outbox.claimUnsent(100),
    'outbox, overdue': ({ outbox }) => outbox.claimOverdue(10, 200),
    'outbox, lag': ({ outbox }) => outbox.lag(),
    'outbox, by queue': ({ outbox }) => outbox.outstanding(),
    'outbox, load of a queue': ({ outbox }) => outbox.loadOf('validation', 0),
    'outbox, settle': ({ outbox }) => outbox.settle(randomUUID()),
    'database up': ({ database }) => database.ping(),
    'old idempotency keys': ({ idempotency }) => idempotency.forgetOld(),
    'old turns': ({ turns }) => turns.forgetOld(),
  };
}

/** Of rows that are due, or counts of them once a minute. */
function batches(): Record<string, Ask> {
  const rule =
    (code: Parameters<Product['retention']['delete']>[0], days: number): Ask =>
    ({ retention, database }) =>
      database.transaction(() => retention.delete(code, daysAgo(days), BATCH_ROWS));
  return {
    'expire 100 attempts': ({ attempts }) => attempts.work.expireOverdue(100),
    'count what is overdue': ({ overview }) => overview.overdue(),
    'forget 1,000 validations': ({ retention, database }) =>
      database.transaction(() => retention.forgetValidations(daysAgo(180), BATCH_ROWS)),
    'old templates': rule(RetentionRuleCode.TEMPLATES, 1_095),
    'old enrolments': rule(RetentionRuleCode.ENROLMENTS, 180),
    'old credentials': rule(RetentionRuleCode.CREDENTIALS, 365),
    'persons without a consent': ({ persons }) => persons.page(PAGE, { standing: PersonStanding.NO_CONSENT }),
    'persons without a face': ({ persons }) => persons.page(PAGE, { standing: PersonStanding.NO_FACE }),
    'persons without a credential': ({ persons }) => persons.page(PAGE, { standing: PersonStanding.NO_CREDENTIAL }),
    'persons who are locked': ({ persons }) => persons.page(PAGE, { standing: PersonStanding.LOCKED }),
    'persons to erase': ({ retention, database }) =>
      database.transaction(() => retention.holdPersons(daysAgo(365), 20)),
  };
}

/** They take as long as the span has attempts: whoever asks for a year knows. */
function statistics({ checkpoint: checkpointId }: Sample): Record<string, Ask> {
  const counted =
    (days: number, further: { readonly checkpointId?: string; readonly bucket?: StatisticsBucket } = {}): Ask =>
    (product) =>
      product.statistics.counts({
        from: daysAgo(days),
        to: new Date(),
        bucket: StatisticsBucket.DAY,
        timeZone: 'Europe/Madrid',
        ...further,
      });
  return {
    'a day by hours': counted(1, { bucket: StatisticsBucket.HOUR }),
    'a week': counted(7),
    'a month': counted(30),
    'a month at a checkpoint': counted(30, { checkpointId }),
    'a year': counted(366),
  };
}

/** What a person may ask for, of those with the most validations. */
function rights({ persons }: Sample): Record<string, Ask> {
  const personOf = (round: number): string => persons[round % persons.length] ?? '';
  return {
    export: async ({ exports }, round) => {
      const id = personOf(round);
      await exports.consents(id);
      await exports.enrolments(id);
      await exports.references(id);
      await exports.credentials(id);
      await exports.validations(id);
      await exports.failures(id);
      await exports.pins(id);
      await exports.page(id);
      await exports.activity(id);
    },
    erasure: ({ erasures }, round) => erasures.erase(personOf(round), null),
  };
}
