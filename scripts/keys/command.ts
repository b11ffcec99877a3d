import { parseArgs } from 'node:util';
import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { AuditAction, AuditActor, AuditOutcome, AuditSubjectKind } from '../../src/platform/audit/audit-event.js';
import { AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { createKeyEncryption } from '../../src/platform/crypto/create-key-encryption.js';
import { DataKeyRow } from '../../src/platform/crypto/data-key.entity.js';
import { DataKeys } from '../../src/platform/crypto/data-keys.repository.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { Telemetry } from '../../src/platform/telemetry/telemetry.js';
import { validated } from '../launcher/settings.js';
import { installedSettings } from '../support/installed-settings.js';
import { rotate } from './rotate.js';

/** `keys:rotate [--dry-run]`: ends with 1 when a data key is left that another than the current key wraps. */
export async function rotateCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean', default: false } } });
  const environment = validated(await installedSettings());
  const keyEncryption = await createKeyEncryption(environment);
  const options = dataSourceOptions({ ...environment, DATABASE_POOL: 2 }, 'presente-keys');
  const dataSource = await new DataSource({ ...options, entities: [DataKeyRow] }).initialize();
  try {
    const database = new Database(dataSource);
    const { kekId } = keyEncryption;
    const { done, left } = await rotate(new DataKeys(database, keyEncryption), kekId, {
      dryRun: values['dry-run'],
      say,
    });
    if (done > 0 && !values['dry-run'])
      await new AuditTrail(database, new AuditSeal(environment.BLIND_INDEX_KEY), new Telemetry(new Registry())).record({
        action: AuditAction.KEYS_ROTATED,
        actor: AuditActor.SYSTEM,
        subjectKind: AuditSubjectKind.KEY,
        // Without the account and the region of an ARN.
        subjectId: kekId.replace(/arn:.*:key\//, ''),
        outcome: left === 0 ? AuditOutcome.SUCCESS : AuditOutcome.FAILED,
        details: { rewrapped: String(done), left: String(left) },
      });
    const wait = environment.CAPTURE_SECONDS + environment.PROCESSING_SECONDS;
    if (left === 0 && !values['dry-run'])
      say(`Old keys may be taken out of the settings in ${wait} s: pictures under way are wrapped by them too.`);
    process.exitCode = left > 0 && !values['dry-run'] ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
