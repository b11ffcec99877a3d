import { randomUUID } from 'node:crypto';
import { type ApiClient, ApiError } from './api-client.js';
import { readQr } from './read-qr.js';
import { upload } from './upload.js';

interface Ticket {
  readonly token: string;
}

export interface Attempt {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
}

export interface OpenedValidation {
  readonly __typename: string;
  readonly attempt: Attempt;
  /** Only of a `ValidationOpened`. */
  readonly capture: Ticket;
  /** Only of a `ValidationOpened`; null where the checkpoint asks for none. */
  readonly challenge: { readonly steps: readonly string[]; readonly expiresAt: string } | null;
}

export interface OpenedEnrolment {
  readonly __typename: string;
  readonly enrolment: { readonly id: string };
  /** Only of an `EnrolmentOpened`. */
  readonly capture: Ticket;
}

export interface EnrolmentEnd {
  readonly state: string;
  readonly reason: string | null;
  readonly photoReasons: readonly string[];
}

export interface Card {
  readonly id: string;
  /** A `data:` URL. */
  readonly png: string;
  /** What the QR says. */
  readonly text: string;
}

export interface WithoutFace {
  readonly checkpointId: string;
  readonly credential: string;
  readonly pin: string;
  readonly reason?: string;
  readonly attestation?: string;
  readonly idempotencyKey?: string;
}

export interface OpeningChoices {
  readonly nonce?: string | undefined;
  readonly pin?: string | undefined;
  readonly withoutChallenge?: boolean;
}

/** Who agreed, and what shows it. */
export interface ConsentEvidence {
  readonly needsGuardian: boolean;
  readonly guardian?: { readonly name: string; readonly relation: string };
  readonly reference: string;
}

const BY_THEMSELF: ConsentEvidence = { needsGuardian: false, reference: 'C-2026-001' };

/** What a registrar and an operator do, in the words of the API. Every call makes its own idempotency key. */
export class Desk {
  constructor(readonly client: ApiClient) {}

  async register(displayName = 'Ada Prueba'): Promise<string> {
    const { registerPerson } = await this.client.ask<{ registerPerson: { person: { id: string } } }>(
      `mutation Register($input: RegisterPersonInput!) {
        registerPerson(input: $input) { ... on PersonRegistered { person { id } } } }`,
      { input: { externalId: `A-${randomUUID()}`, displayName, kind: 'STUDENT', idempotencyKey: randomUUID() } },
    );
    return registerPerson.person.id;
  }

  /** Students of these names, as from a file; their ids are of no matter. */
  async importPeople(names: readonly string[]): Promise<void> {
    const rows = names.map((displayName) => ({ externalId: `A-${randomUUID()}`, displayName, kind: 'STUDENT' }));
    const input = { rows, dryRun: false, idempotencyKey: randomUUID() };
    await this.client.ask(
      `mutation Import($input: ImportPersonsInput!) { importPersons(input: $input) { rows { outcome } } }`,
      { input },
    );
  }

  async consent(personId: string, evidence: ConsentEvidence = BY_THEMSELF): Promise<void> {
    const consent = { personId, textVersion: '2026-1', language: 'es', evidence };
    await this.client.ask(
      `mutation Consent($input: RecordConsentInput!) { recordConsent(input: $input) { __typename } }`,
      { input: { ...consent, idempotencyKey: randomUUID() } },
    );
  }

  async withdraw(personId: string): Promise<{ readonly __typename: string; readonly templatesDeleted?: number }> {
    const { withdrawConsent } = await this.client.ask<{ withdrawConsent: { __typename: string } }>(
      `mutation Withdraw($personId: ID!) {
        withdrawConsent(personId: $personId) { __typename ... on ConsentWithdrawn { templatesDeleted } } }`,
      { personId },
    );
    return withdrawConsent;
  }

  /** @returns the receipt */
  async erase(personId: string): Promise<{ readonly id: string; readonly token: string }> {
    const { erasePerson } = await this.client.ask<{ erasePerson: { id: string; token: string } }>(
      `mutation Erase($personId: ID!) { erasePerson(personId: $personId) { id token } }`,
      { personId },
    );
    return erasePerson;
  }

  async openEnrolment(personId: string, idempotencyKey: string = randomUUID()): Promise<OpenedEnrolment> {
    const { openEnrolment } = await this.client.ask<{ openEnrolment: OpenedEnrolment }>(
      `mutation OpenEnrolment($input: OpenEnrolmentInput!) { openEnrolment(input: $input) { __typename
        ... on EnrolmentOpened { enrolment { id } capture { token } } ... on EnrolmentRunning { enrolment { id } } } }`,
      { input: { personId, idempotencyKey } },
    );
    return openEnrolment;
  }

  /** Waits until the enrolment has ended. */
  async enrolmentEnd(id: string): Promise<EnrolmentEnd> {
    const ends = this.client.follow<{ enrolmentChanged: EnrolmentEnd }>(
      `subscription EnrolmentEnds($id: ID!) { enrolmentChanged(id: $id) { state reason photoReasons } }`,
      { id },
    );
    return (await lastOf(ends)).enrolmentChanged;
  }

  /** Issues a card; the person's earlier one ends. */
  async issueCard(personId: string, expiresAt?: Date): Promise<Card> {
    const { issueCredential } = await this.client.ask<{
      issueCredential: { credential: { id: string }; qr: { png: string } };
    }>(
      `mutation Card($input: IssueCredentialInput!) {
        issueCredential(input: $input) { credential { id } qr { png } } }`,
      { input: { personId, expiresAt, idempotencyKey: randomUUID() } },
    );
    const { png } = issueCredential.qr;
    return { id: issueCredential.credential.id, png, text: await readQr(png) };
  }

  async revoke(cardId: string): Promise<void> {
    await this.client.ask(
      `mutation Revoke($input: RevokeCredentialInput!) { revokeCredential(input: $input) { id } }`,
      {
        input: { id: cardId, reason: 'Lost.' },
      },
    );
  }

  /** @returns the code that opens the person's own page, once */
  async invite(personId: string): Promise<string> {
    const { issueHolderInvitation } = await this.client.ask<{ issueHolderInvitation: { code: string } }>(
      `mutation Invite($personId: ID!) { issueHolderInvitation(personId: $personId) { code } }`,
      { personId },
    );
    return issueHolderInvitation.code;
  }

  /** A person with a consent, a template of `photos`, and a card. @throws ApiError when the enrolment does not complete */
  async enrol(
    photos: readonly Buffer[],
    displayName?: string,
    evidence?: ConsentEvidence,
  ): Promise<{ personId: string; card: string }> {
    const personId = await this.register(displayName);
    await this.consent(personId, evidence);
    const { enrolment, capture } = await this.openEnrolment(personId);
    await this.send(capture.token, photos);
    const { state, reason } = await this.enrolmentEnd(enrolment.id);
    if (state !== 'COMPLETED') throw new ApiError(`The enrolment ended ${state}, ${reason ?? ''}.`);
    return { personId, card: (await this.issueCard(personId)).text };
  }

  /** @param factors what is asked for beside the QR. @param liveness what shows that the face is a living one */
  async checkpoint(
    factors: 'FACE' | 'FACE_AND_PIN' = 'FACE',
    liveness: 'PASSIVE' | 'ACTIVE' | 'STRICT' = 'PASSIVE',
  ): Promise<string> {
    const { createCheckpoint } = await this.client.ask<{ createCheckpoint: { checkpoint: { id: string } } }>(
      `mutation Checkpoint($input: CreateCheckpointInput!) {
        createCheckpoint(input: $input) { ... on CheckpointCreated { checkpoint { id } } } }`,
      { input: { name: `Puerta ${randomUUID().slice(0, 8)}`, factors, liveness, idempotencyKey: randomUUID() } },
    );
    return createCheckpoint.checkpoint.id;
  }

  /** The nonce that the next validation at the checkpoint may carry; a device's must. */
  async turn(checkpointId: string): Promise<string> {
    const { openTurn } = await this.client.ask<{ openTurn: { nonce: string } }>(
      `mutation Turn($checkpointId: ID!) { openTurn(checkpointId: $checkpointId) { ... on TurnOpened { nonce } } }`,
      { checkpointId },
    );
    return openTurn.nonce;
  }

  /** A code for a device to be paired with. */
  async pairingCode(checkpointId: string, name = 'Kiosk'): Promise<string> {
    const { createDevicePairing } = await this.client.ask<{ createDevicePairing: { code: string } }>(
      `mutation Pairing($input: CreateDevicePairingInput!) { createDevicePairing(input: $input) { code } }`,
      { input: { checkpointId, name } },
    );
    return createDevicePairing.code;
  }

  async revokeDevice(id: string, reason = 'Stolen.'): Promise<void> {
    await this.client.ask(`mutation RevokeDevice($input: RevokeDeviceInput!) { revokeDevice(input: $input) { id } }`, {
      input: { id, reason },
    });
  }

  async open(
    checkpointId: string,
    credential: string,
    idempotencyKey: string = randomUUID(),
    further: OpeningChoices = {},
  ): Promise<OpenedValidation> {
    const { openValidation } = await this.client.ask<{ openValidation: OpenedValidation }>(
      `mutation OpenValidation($input: OpenValidationInput!) { openValidation(input: $input) { __typename
        ... on ValidationOpened { attempt { id state reason } capture { token } challenge { steps expiresAt } }
        ... on ValidationRefused { attempt { id state reason } } ... on ValidationThrottled { attempt { id state reason } }
        ... on ValidationLocked { attempt { id state reason } } } }`,
      { input: { checkpointId, credential, idempotencyKey, ...further } },
    );
    return openValidation;
  }

  /** The name of the union member that the API answered with, and the reasons of a weak PIN. */
  async setPin(personId: string, pin: string): Promise<readonly string[]> {
    const { setPin } = await this.client.ask<{ setPin: { __typename: string; reasons?: string[] } }>(
      `mutation Pin($input: SetPinInput!) { setPin(input: $input) { __typename ... on PinTooWeak { reasons } } }`,
      { input: { personId, pin } },
    );
    return [setPin.__typename, ...(setPin.reasons ?? [])];
  }

  /** Lets a person in on the word of whoever is signed in here. */
  async validateWithoutFace(tried: WithoutFace): Promise<Attempt> {
    const { validateWithoutFace } = await this.client.ask<{ validateWithoutFace: { attempt: Attempt } }>(
      `mutation WithoutFace($input: ValidateWithoutFaceInput!) { validateWithoutFace(input: $input) {
        ... on ValidationAttested { attempt { id state reason } }
        ... on ValidationRefused { attempt { id state reason } } } }`,
      { input: { reason: 'PREFERENCE', attestation: 'ID_DOCUMENT', idempotencyKey: randomUUID(), ...tried } },
    );
    return validateWithoutFace.attempt;
  }

  /** The operator's word on an attempt without a challenge: the attempt that it makes, or why it is not taken. */
  async confirm(id: string, attestation = 'ID_DOCUMENT'): Promise<Attempt | string> {
    const { confirmValidation } = await this.client.ask<{
      confirmValidation: { readonly attempt: Attempt } | { readonly refusal: string };
    }>(
      `mutation Confirm($input: ConfirmValidationInput!) { confirmValidation(input: $input) {
        ... on ValidationConfirmed { attempt { id state reason } } ... on ConfirmationRefused { refusal: reason } } }`,
      { input: { id, attestation } },
    );
    return 'attempt' in confirmValidation ? confirmValidation.attempt : confirmValidation.refusal;
  }

  /** Uploads frames. @param capturedAt when each was taken, milliseconds. @throws ApiError when they are refused */
  async send(ticket: string, frames: readonly Buffer[], capturedAt?: readonly number[]): Promise<void> {
    const times = capturedAt === undefined ? [] : [JSON.stringify(capturedAt)];
    const { status, body } = await upload(this.client.url, ticket, [...times, ...frames]);
    if (status !== 202) throw new ApiError(`The upload was answered with ${status}.`, body.code);
  }

  /** Every state the attempt is seen in, to the final one. */
  async states(id: string): Promise<Attempt[]> {
    const seen: Attempt[] = [];
    const changes = this.client.follow<{ validationChanged: Attempt }>(
      `subscription ValidationEnds($id: ID!) { validationChanged(id: $id) { id state reason } }`,
      { id },
    );
    for await (const { validationChanged } of changes) seen.push(validationChanged);
    return seen;
  }

  /** The attempt in its final state. */
  async end(id: string): Promise<Attempt> {
    const last = (await this.states(id)).at(-1);
    if (last === undefined) throw new ApiError('The subscription ended before the attempt did.');
    return last;
  }

  /** From the QR to the final state. */
  async validate(checkpointId: string, credential: string, frames: readonly Buffer[]): Promise<Attempt> {
    const opened = await this.open(checkpointId, credential);
    if (opened.__typename !== 'ValidationOpened') return opened.attempt;
    await this.send(opened.capture.token, frames);
    return this.end(opened.attempt.id);
  }
}

async function lastOf<T>(items: AsyncIterable<T>): Promise<T> {
  let last: T | undefined;
  for await (const item of items) last = item;
  if (last === undefined) throw new ApiError('The subscription ended without a value.');
  return last;
}
