import { Injectable } from '@nestjs/common';
import { BadInputError } from '../../../common/errors/domain-error.js';
import { AuditAction, AuditActor, AuditOutcome, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { BlindIndex } from '../../../platform/crypto/blind-index.js';
import { Database } from '../../../platform/database/database.js';
import { type AuthenticatedRequest } from '../actor.js';
import { clientName } from '../sessions/client-name.js';
import { DeviceAssertions } from './device-assertions.js';
import { type DeviceKey, deviceKeyOf } from './device-key.js';
import { DeviceThrottle } from './device-throttle.js';
import { DeviceTokens } from './device-tokens.js';
import { type DeviceRow } from './device.entity.js';
import { type DeviceTokenInput, type PairDeviceInput } from './device.inputs.js';
import {
  DevicePaired,
  DeviceRefusal,
  DeviceRefused,
  DeviceToken,
  type DeviceTokenResult,
  PairingRefused,
  PairingThrottled,
  type PairDeviceResult,
} from './device.type.js';
import { DevicesRepository, type TakenPairing } from './devices.repository.js';
import { pairingCodeIndex } from './pairing-code-index.js';

/** How a device comes in: once with a code, then with its own key every few minutes. */
@Injectable()
export class DeviceSignInService {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
    private readonly assertions: DeviceAssertions,
    private readonly tokens: DeviceTokens,
    private readonly blindIndex: BlindIndex,
    private readonly audit: AuditTrail,
    private readonly throttle: DeviceThrottle,
  ) {}

  /**
   * The same answer for a wrong, a used and an expired code; many of them make their address wait.
   * @throws BadInputError when the key is none that we take; the code stays good
   */
  async pair({ code, publicKey }: PairDeviceInput, request: AuthenticatedRequest): Promise<PairDeviceResult> {
    const key = deviceKeyOf(publicKey);
    if (key === undefined)
      throw new BadInputError('"publicKey" must be on P-256 or Ed25519.', { fields: ['publicKey'] });
    const wait = await this.throttle.beginPairing(request.ip);
    if (wait > 0) return new PairingThrottled(wait);
    const pairing = await this.exchange(code, key, request);
    if (pairing === undefined) {
      await this.refused(AuditAction.DEVICE_PAIRED, null, 'CODE_NOT_GOOD');
      return new PairingRefused();
    }
    await this.throttle.paired(request.ip);
    return new DevicePaired(pairing.id, pairing.checkpointId, this.assertions.audience);
  }

  /** A short token for who proves the key of a device that is not revoked. */
  async token({ assertion }: DeviceTokenInput, request: AuthenticatedRequest): Promise<DeviceTokenResult> {
    const claimed = this.assertions.claimedDevice(assertion);
    const device = claimed === undefined ? null : await this.devices.findById(claimed);
    const refusal = device === null ? DeviceRefusal.INVALID : await this.judge(assertion, device);
    if (device === null || refusal !== undefined) {
      const reason = refusal ?? DeviceRefusal.INVALID;
      if (await this.throttle.isWorthRecording(request.ip))
        await this.refused(AuditAction.DEVICE_SIGN_IN, device?.id ?? null, reason);
      return new DeviceRefused(reason);
    }
    const { token, expiresAt } = await this.tokens.issue(device);
    return new DeviceToken(token, expiresAt, device.checkpointId);
  }

  /** A code for a device. @returns undefined when the code is not good */
  private exchange(code: string, key: DeviceKey, { headers }: AuthenticatedRequest): Promise<TakenPairing | undefined> {
    return this.database.transaction(async () => {
      const codeIndex = pairingCodeIndex(this.blindIndex, code);
      const taken = codeIndex === undefined ? undefined : await this.devices.takePairing(codeIndex);
      if (taken !== undefined) await this.add(taken, key, clientName(headers['user-agent']));
      return taken;
    });
  }

  private async add({ id, checkpointId, name, createdBy }: TakenPairing, publicKey: DeviceKey, client: string) {
    await this.devices.insert({ id, checkpointId, name, client, publicKey, pairedBy: createdBy });
    await this.audit.record({
      action: AuditAction.DEVICE_PAIRED,
      actor: id,
      subjectKind: AuditSubjectKind.DEVICE,
      subjectId: id,
      details: { checkpointId, pairedBy: createdBy },
    });
  }

  /** @returns undefined when it is good, and then used up */
  private async judge(assertion: string, { id, publicKey, revokedAt }: DeviceRow): Promise<DeviceRefusal | undefined> {
    const verdict = await this.assertions.verify(assertion, id, publicKey);
    if (!verdict.ok) return DeviceRefusal[verdict.reason];
    if (revokedAt !== null) return DeviceRefusal.REVOKED;
    return this.database.transaction(async () => {
      if (!(await this.devices.useAssertion(id, verdict.jti, verdict.goodUntil))) return DeviceRefusal.REPLAYED;
      return (await this.devices.markSeen(id)) ? undefined : DeviceRefusal.REVOKED;
    });
  }

  private refused(action: AuditAction, deviceId: string | null, reason: string): Promise<void> {
    return this.audit.record({
      action,
      actor: AuditActor.ANONYMOUS,
      subjectKind: AuditSubjectKind.DEVICE,
      subjectId: deviceId,
      outcome: AuditOutcome.REFUSED,
      details: { reason },
    });
  }
}
