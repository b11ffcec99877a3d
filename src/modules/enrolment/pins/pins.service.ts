import { Injectable } from '@nestjs/common';
import { AuditAction, type AuditDetails, AuditOutcome, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { open, seal } from '../../../platform/crypto/aead.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { Database } from '../../../platform/database/database.js';
import { type Actor, hashPassword, type HolderActor, verifyPassword } from '../../auth/index.js';
import { PersonsRepository } from '../persons/persons.repository.js';
import { PersonsService } from '../persons/persons.service.js';
import { type SetMyPinInput, type SetPinInput } from './pin.inputs.js';
import { isPinLocked } from './pin-lock.js';
import { type PinPlace } from './pin-place.js';
import { weaknessesOfPin } from './pin-strength.js';
import { PinRefusal, PinRefused, PinSet, PinTooWeak, type SetMyPinResult, type SetPinResult } from './pin.type.js';
import { PinsRepository } from './pins.repository.js';

export type PinVerdict = 'RIGHT' | 'WRONG' | 'LOCKED' | 'NOT_SET';

const pinBinding = (personId: string): readonly string[] => ['pin', personId];

@Injectable()
export class PinsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly personRows: PersonsRepository,
    private readonly pins: PinsRepository,
    private readonly dataKeys: DataKeys,
    private readonly audit: AuditTrail,
  ) {}

  /** By whoever is trusted with it: no earlier PIN is asked for. @throws NotFoundError */
  async set({ personId, pin }: SetPinInput, actor: Actor): Promise<SetPinResult> {
    const weak = await this.weaknessOf(personId, pin);
    if (weak !== undefined) return weak;
    const hash = await hashPassword(pin);
    return this.database.transaction(() => this.put(personId, hash, actor));
  }

  /** By the person, who has to know the one before. */
  async setOwn({ current, pin }: SetMyPinInput, holder: HolderActor): Promise<SetMyPinResult> {
    const weak = await this.weaknessOf(holder.id, pin);
    if (weak !== undefined) return weak;
    const hash = await hashPassword(pin);
    return this.database.transaction(async () => {
      const refusal = await this.refusalOf(current ?? undefined, holder);
      return refusal ?? this.put(holder.id, hash, holder);
    });
  }

  /**
   * Whether this is the person's PIN. In the open transaction, which keeps other tries waiting: of a hundred at the same
   * time no more are looked at than of a hundred in a row. A wrong one counts when that transaction is committed.
   */
  async check(personId: string, pin: string, place: PinPlace): Promise<PinVerdict> {
    // The person first, as whoever erases them does.
    const sealed = (await this.personRows.hold(personId)) ? await this.pins.hold(personId) : undefined;
    if (sealed === undefined) return 'NOT_SET';
    if (isPinLocked(await this.pins.failuresOf(personId, place))) return 'LOCKED';
    const hash = open(await this.dataKeys.open(personId), sealed, pinBinding(personId)).toString();
    if (await verifyPassword(hash, pin)) {
      await this.pins.clearFailures(personId, place);
      return 'RIGHT';
    }
    await this.pins.addFailure(personId, place);
    return 'WRONG';
  }

  private async refusalOf(current: string | undefined, holder: HolderActor): Promise<PinRefused | undefined> {
    const verdict =
      current === undefined ? await this.standingOf(holder) : await this.check(holder.id, current, 'OWN_PAGE');
    if (verdict === 'RIGHT' || verdict === 'NOT_SET') return undefined;
    await this.record(holder.id, holder, AuditOutcome.REFUSED, { reason: verdict });
    return new PinRefused(PinRefusal[verdict]);
  }

  /** Nothing was tried, so nothing counts. */
  private async standingOf({ id }: HolderActor): Promise<PinVerdict> {
    return (await this.personRows.hold(id)) && (await this.pins.hold(id)) !== undefined ? 'WRONG' : 'NOT_SET';
  }

  private async weaknessOf(personId: string, pin: string): Promise<PinTooWeak | undefined> {
    const { externalId } = await this.persons.get(personId);
    const reasons = weaknessesOfPin(pin, externalId);
    return reasons.length === 0 ? undefined : new PinTooWeak(reasons);
  }

  private async put(personId: string, hash: string, actor: Actor): Promise<PinSet> {
    await this.persons.hold(personId);
    const sealed = seal(await this.dataKeys.open(personId), Buffer.from(hash), pinBinding(personId));
    await this.pins.put({ personId, sealed, setBy: actor.id });
    await this.record(personId, actor, AuditOutcome.SUCCESS);
    return new PinSet(personId);
  }

  private record(personId: string, actor: Actor, outcome: AuditOutcome, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({
      action: AuditAction.PIN_SET,
      actor: actor.id,
      subjectKind: AuditSubjectKind.PERSON,
      subjectId: personId,
      outcome,
      details,
    });
  }
}
