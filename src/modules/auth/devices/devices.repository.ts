import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { IsNull } from 'typeorm';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { type DevicePairingRow } from './device-pairing.entity.js';
import { DeviceRow } from './device.entity.js';

export type TakenPairing = Pick<DevicePairingRow, 'id' | 'checkpointId' | 'name' | 'createdBy'>;
export type NewDevice = Pick<DeviceRow, 'id' | 'checkpointId' | 'name' | 'client' | 'publicKey' | 'pairedBy'>;

@Injectable()
export class DevicesRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<DeviceRow | null> {
    return this.database.first(DeviceRow, { id });
  }

  /** One that was not revoked. */
  findLive(id: string): Promise<DeviceRow | null> {
    return this.database.first(DeviceRow, { id, revokedAt: null });
  }

  /** @param checkpointId null and undefined mean: any */
  page(args: PageArgs, checkpointId: string | null | undefined): Promise<Page<DeviceRow>> {
    const query = this.database.repository(DeviceRow).createQueryBuilder('device').where('TRUE');
    if (checkpointId) query.andWhere({ checkpointId });
    return keysetPage(query, args);
  }

  /** @returns until when it is good */
  async addPairing(pairing: Omit<DevicePairingRow, 'expiresAt'>, seconds: number): Promise<Date> {
    const { id, codeIndex, checkpointId, name, createdBy } = pairing;
    const [row] = await this.database.query<{ expiresAt: Date }>(
      `INSERT INTO device_pairings (id, code_index, checkpoint_id, name, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6)) RETURNING expires_at AS "expiresAt"`,
      [id, codeIndex, checkpointId, name, createdBy, seconds],
    );
    if (row === undefined) throw new Error('A row that was inserted is there.');
    return row.expiresAt;
  }

  /**
   * Takes it away: of any number of devices with one code, one gets it.
   * @returns undefined when there is none any more, or its maker was disabled meanwhile
   */
  async takePairing(codeIndex: Buffer): Promise<TakenPairing | undefined> {
    const [taken] = await this.database.query<TakenPairing>(
      `DELETE FROM device_pairings WHERE code_index = $1 AND expires_at > now()
         AND EXISTS (SELECT 1 FROM users WHERE users.id = created_by AND disabled_at IS NULL)
       RETURNING id, checkpoint_id AS "checkpointId", name, created_by AS "createdBy"`,
      [codeIndex],
    );
    return taken;
  }

  async insert(device: NewDevice): Promise<void> {
    await this.database.repository(DeviceRow).insert(device);
  }

  async rename(id: string, name: string): Promise<boolean> {
    const { affected } = await this.database.repository(DeviceRow).update({ id, revokedAt: IsNull() }, { name });
    return affected === 1;
  }

  /** @returns false when it was revoked before */
  async revoke(id: string, by: string, reason: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE devices SET revoked_at = now(), revoked_by = $2, revoked_reason = $3
       WHERE id = $1 AND revoked_at IS NULL RETURNING id`,
      [id, by, reason],
    );
    return rows.length > 0;
  }

  /** @returns false when it was revoked meanwhile */
  async markSeen(id: string): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE devices SET last_seen_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id',
      [id],
    );
    return rows.length > 0;
  }

  /** @returns false when it was used before */
  async useAssertion(deviceId: string, jti: string, goodUntil: Date): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO device_assertions (device_id, jti, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING jti`,
      [deviceId, jti, goodUntil],
    );
    return rows.length > 0;
  }

  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async forgetExpired(): Promise<void> {
    await this.database.query('DELETE FROM device_pairings WHERE expires_at < now()');
    await this.database.query('DELETE FROM device_assertions WHERE expires_at < now()');
  }
}
