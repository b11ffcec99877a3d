import { randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { type Client, upload } from './client.js';

interface Ticket {
  readonly token: string;
}
export interface Attempt {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
}
export interface Opened {
  readonly __typename: string;
  readonly attempt: Attempt;
  readonly capture: Ticket;
}

const key = () => randomUUID();

/** What a registrar and an operator do, in the words of the API. */
export class Desk {
  constructor(readonly client: Client) {}

  async register(displayName = 'Ada Prueba'): Promise<string> {
    const input = { externalId: `A-${randomUUID()}`, displayName, kind: 'STUDENT', idempotencyKey: key() };
    const { registerPerson } = await this.client.ask<{ registerPerson: { person: { id: string } } }>(
      `mutation ($input: RegisterPersonInput!) {
        registerPerson(input: $input) { ... on PersonRegistered { person { id } } } }`,
      { input },
    );
    return registerPerson.person.id;
  }

  async consent(personId: string): Promise<void> {
    const input = { personId, textVersion: '2026-1', language: 'es', givenBy: 'PERSON', idempotencyKey: key() };
    await this.client.ask(`mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { __typename } }`, {
      input,
    });
  }

  async withdraw(personId: string): Promise<{ templatesDeleted?: number; __typename: string }> {
    const { withdrawConsent } = await this.client.ask<{ withdrawConsent: { __typename: string } }>(
      `mutation ($personId: ID!) {
        withdrawConsent(personId: $personId) { __typename ... on ConsentWithdrawn { templatesDeleted } } }`,
      { personId },
    );
    return withdrawConsent;
  }

  async openEnrolment(personId: string, idempotencyKey = key()) {
    const { openEnrolment } = await this.client.ask<{
      openEnrolment: { __typename: string; enrolment: { id: string }; capture: Ticket };
    }>(
      `mutation ($input: OpenEnrolmentInput!) { openEnrolment(input: $input) { __typename
        ... on EnrolmentOpened { enrolment { id } capture { token } } ... on EnrolmentRunning { enrolment { id } } } }`,
      { input: { personId, idempotencyKey } },
    );
    return openEnrolment;
  }

  async enrolmentEnd(id: string): Promise<{ state: string; reason: string; photoReasons: string[] }> {
    let last;
    for await (const { enrolmentChanged } of this.client.follow<{
      enrolmentChanged: { state: string; reason: string; photoReasons: string[] };
    }>(`subscription ($id: ID!) { enrolmentChanged(id: $id) { state reason photoReasons } }`, { id })) {
      last = enrolmentChanged;
    }
    assert.ok(last !== undefined);
    return last;
  }

  /** A person with a consent, a template of `photos`, and a card. @returns ids and the text of the card's QR */
  async enrol(photos: readonly Buffer[], displayName?: string): Promise<{ personId: string; card: string }> {
    const personId = await this.register(displayName);
    await this.consent(personId);
    const { enrolment, capture } = await this.openEnrolment(personId);
    assert.equal((await upload(this.client.url, capture.token, photos)).status, 202);
    assert.deepEqual(await this.enrolmentEnd(enrolment.id), {
      state: 'COMPLETED',
      reason: 'ENROLLED',
      photoReasons: [],
    });
    return { personId, card: await this.card(personId) };
  }

  /** Issues a card and reads its QR, as a kiosk would. */
  async card(personId: string, expiresAt?: Date): Promise<string> {
    const { issueCredential } = await this.client.ask<{ issueCredential: { qr: { png: string } } }>(
      `mutation ($input: IssueCredentialInput!) { issueCredential(input: $input) { qr { png } } }`,
      { input: { personId, expiresAt, idempotencyKey: key() } },
    );
    const png = Buffer.from(issueCredential.qr.png.split(',')[1] ?? '', 'base64');
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const code = jsQR.default(new Uint8ClampedArray(data), info.width, info.height);
    assert.ok(code !== null);
    return code.data;
  }

  async checkpoint(): Promise<string> {
    const { createCheckpoint } = await this.client.ask<{ createCheckpoint: { checkpoint: { id: string } } }>(
      `mutation ($input: CreateCheckpointInput!) {
        createCheckpoint(input: $input) { ... on CheckpointCreated { checkpoint { id } } } }`,
      { input: { name: `Puerta ${randomUUID()}`, idempotencyKey: key() } },
    );
    return createCheckpoint.checkpoint.id;
  }

  async open(checkpointId: string, credential: string, idempotencyKey = key()): Promise<Opened> {
    const { openValidation } = await this.client.ask<{ openValidation: Opened }>(
      `mutation ($input: OpenValidationInput!) { openValidation(input: $input) { __typename
        ... on ValidationOpened { attempt { id state reason } capture { token } }
        ... on ValidationRefused { attempt { id state reason } } } }`,
      { input: { checkpointId, credential, idempotencyKey } },
    );
    return openValidation;
  }

  /** Every state the attempt is seen in, to the final one. */
  async states(id: string): Promise<Attempt[]> {
    const seen: Attempt[] = [];
    for await (const { validationChanged } of this.client.follow<{ validationChanged: Attempt }>(
      `subscription ($id: ID!) { validationChanged(id: $id) { id state reason } }`,
      { id },
    )) {
      seen.push(validationChanged);
    }
    return seen;
  }

  /** From the QR to the final state. */
  async validate(checkpointId: string, credential: string, frames: readonly Buffer[]): Promise<Attempt> {
    const opened = await this.open(checkpointId, credential);
    if (opened.__typename !== 'ValidationOpened') return opened.attempt;
    assert.equal((await upload(this.client.url, opened.capture.token, frames)).status, 202);
    const end = (await this.states(opened.attempt.id)).at(-1);
    assert.ok(end !== undefined);
    return end;
  }
}
