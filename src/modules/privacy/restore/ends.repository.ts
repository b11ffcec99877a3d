import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type Ends } from './ends.js';

/** As `Date.toISOString` has it. */
const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const idsAndTimes = (table: string, column: string, more = ''): string =>
  `SELECT coalesce(json_agg(json_build_object('id', id, 'at', ${iso(column)}${more}) ORDER BY id), '[]')
   FROM ${table} WHERE ${column} IS NOT NULL`;

/** All of it at one moment, for one statement sees one. */
const ENDS = `
  SELECT json_build_object(
    'format', 'presente-ends-1',
    'at', ${iso('now()')},
    'audit', (SELECT json_build_object('sequence', sequence::text, 'hash', encode(hash, 'hex')) FROM audit_head),
    'erasures', (SELECT coalesce(json_agg(token ORDER BY id), '[]') FROM erasure_receipts),
    'withdrawals', (${idsAndTimes('consents', 'withdrawn_at')}),
    'revokedCredentials', (${idsAndTimes('credentials', 'revoked_at')}),
    'revokedDevices', (${idsAndTimes('devices', 'revoked_at', `, 'by', revoked_by`)}),
    'users', (SELECT coalesce(json_agg(json_build_object('id', id, 'disabledAt', ${iso('disabled_at')}, 'roles', roles)
      ORDER BY id), '[]') FROM users)
  ) AS ends`;

/** A consent that is active again after a restore. */
export interface RevivedConsent {
  readonly id: string;
  readonly personId: string;
}

/** What has ended, read from one database and carried into an older copy of it. */
@Injectable()
export class EndsRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<unknown> {
    const [row] = await this.database.query<{ ends: unknown }>(ENDS);
    return row?.ends;
  }

  /** As a withdrawal does: what stands on the consent, its key, the consent. */
  async withdraw({ withdrawals }: Ends): Promise<RevivedConsent[]> {
    this.database.requireTransaction();
    const ids = withdrawals.map(({ id }) => id);
    await this.database.query(
      'DELETE FROM templates USING consents WHERE consents.id = consent_id AND active AND consents.id = ANY($1::uuid[])',
      [ids],
    );
    await this.database.query('DELETE FROM data_keys WHERE subject_id = ANY($1::uuid[])', [ids]);
    return this.database.query<RevivedConsent>(
      `UPDATE consents SET active = false, withdrawn_at = ended.at
       FROM unnest($1::uuid[], $2::timestamptz[]) AS ended (id, at)
       WHERE consents.id = ended.id AND active RETURNING consents.id, person_id AS "personId"`,
      [ids, withdrawals.map(({ at }) => at)],
    );
  }

  /** @returns how many */
  async revokeCredentials({ revokedCredentials }: Ends): Promise<number> {
    const rows = await this.database.query(
      `UPDATE credentials SET revoked_at = ended.at, revoked_reason = 'Revoked before a backup was put back.'
       FROM unnest($1::uuid[], $2::timestamptz[]) AS ended (id, at)
       WHERE credentials.id = ended.id AND revoked_at IS NULL RETURNING 1`,
      [revokedCredentials.map(({ id }) => id), revokedCredentials.map(({ at }) => at)],
    );
    return rows.length;
  }

  /** @returns how many */
  async revokeDevices({ revokedDevices }: Ends): Promise<number> {
    const rows = await this.database.query(
      `UPDATE devices SET revoked_at = ended.at, revoked_by = ended.by, revoked_reason = 'Revoked before a backup was put back.'
       FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) AS ended (id, at, by)
       WHERE devices.id = ended.id AND revoked_at IS NULL RETURNING 1`,
      [revokedDevices.map(({ id }) => id), revokedDevices.map(({ at }) => at), revokedDevices.map(({ by }) => by)],
    );
    return rows.length;
  }

  /**
   * Roles that were taken away stay away, as far as some are left: who lost all that the copy knows of is disabled.
   * @returns how many users may do less than the copy says
   */
  async restrictUsers({ users }: Ends): Promise<number> {
    const rows = await this.database.query(
      `WITH noted AS (
         SELECT (one ->> 'id')::uuid AS id, (one ->> 'disabledAt')::timestamptz AS disabled_at,
           ARRAY(SELECT jsonb_array_elements_text(one -> 'roles')) AS roles
         FROM jsonb_array_elements($1::jsonb) AS one
       ), less AS (
         SELECT users.id, coalesce(users.disabled_at, noted.disabled_at) AS disabled_at,
           ARRAY(SELECT unnest(users.roles) INTERSECT SELECT unnest(noted.roles)) AS roles
         FROM users JOIN noted ON noted.id = users.id
       )
       UPDATE users SET
         roles = CASE WHEN cardinality(less.roles) > 0 THEN less.roles ELSE users.roles END,
         disabled_at = CASE WHEN cardinality(less.roles) > 0 THEN less.disabled_at ELSE coalesce(less.disabled_at, now()) END
       FROM less WHERE less.id = users.id
         AND (users.disabled_at IS DISTINCT FROM less.disabled_at OR NOT users.roles <@ less.roles)
       RETURNING 1`,
      [JSON.stringify(users)],
    );
    return rows.length;
  }
}
