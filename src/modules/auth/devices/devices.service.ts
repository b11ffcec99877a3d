import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, type AuditDetails, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { BlindIndex } from '../../../platform/crypto/blind-index.js';
import { Database } from '../../../platform/database/database.js';
import { violatedForeignKey } from '../../../platform/database/foreign-key-violation.js';
import { type Actor } from '../actor.js';
import { type DeviceRow } from './device.entity.js';
import {
  type CreateDevicePairingInput,
  type DevicesArgs,
  type RenameDeviceInput,
  type RevokeDeviceInput,
} from './device.inputs.js';
import { DevicePairing } from './device.type.js';
import { DevicesRepository } from './devices.repository.js';
import { pairingCodeIndex } from './pairing-code-index.js';
import { newPairingCode, shownPairingCode } from './pairing-code.js';

const PAIRING_SECONDS = 600;

/** What people do with devices; what devices do themselves is in `DeviceSignInService`. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
    private readonly blindIndex: BlindIndex,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NotFoundError when there is no such checkpoint */
  async createPairing({ checkpointId, name }: CreateDevicePairingInput, actor: Actor): Promise<DevicePairing> {
    const id = uuidv7();
    const code = newPairingCode();
    const codeIndex = pairingCodeIndex(this.blindIndex, code);
    if (codeIndex === undefined) throw new Error('A code that was made is one.');
    const pairing = { id, codeIndex, checkpointId, name, createdBy: actor.id };
    try {
      return await this.database.transaction(async () => {
        const expiresAt = await this.devices.addPairing(pairing, PAIRING_SECONDS);
        await this.record(AuditAction.DEVICE_PAIRING_CREATED, id, actor, { checkpointId });
        return new DevicePairing(id, shownPairingCode(code), expiresAt);
      });
    } catch (error) {
      if (violatedForeignKey(error) === 'device_pairings_checkpoint_id_fkey') throw new NotFoundError('Checkpoint');
      throw error;
    }
  }

  async get(id: string): Promise<DeviceRow> {
    const device = await this.devices.findById(id);
    if (device === null) throw new NotFoundError('Device');
    return device;
  }

  list({ checkpointId, ...page }: DevicesArgs): Promise<Page<DeviceRow>> {
    return this.devices.page(page, checkpointId);
  }

  /** A revoked device keeps its name. */
  rename({ id, name }: RenameDeviceInput, actor: Actor): Promise<DeviceRow> {
    return this.database.transaction(async () => {
      if (await this.devices.rename(id, name)) await this.record(AuditAction.DEVICE_RENAMED, id, actor);
      return this.get(id);
    });
  }

  /** For good: its requests are refused at once, its open subscriptions end. Twice is no error; the first reason stays. */
  revoke({ id, reason }: RevokeDeviceInput, actor: Actor): Promise<DeviceRow> {
    return this.database.transaction(async () => {
      const revoked = await this.devices.revoke(id, actor.id, reason);
      const device = await this.get(id);
      if (revoked) await this.record(AuditAction.DEVICE_REVOKED, id, actor, { checkpointId: device.checkpointId });
      return device;
    });
  }

  private record(action: AuditAction, subjectId: string, actor: Actor, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({ action, actor: actor.id, subjectKind: AuditSubjectKind.DEVICE, subjectId, details });
  }
}
