import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import pMap from 'p-map';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { BlindIndex } from '../../../platform/crypto/blind-index.js';
import { DataKeys, type DrawnKey } from '../../../platform/crypto/data-keys.repository.js';
import { Database } from '../../../platform/database/database.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { type PersonRow } from '../persons/person.entity.js';
import { type Person } from '../persons/person.type.js';
import { PersonVault } from '../persons/person-vault.js';
import { type NewPerson, PersonsRepository } from '../persons/persons.repository.js';
import { type ImportPersonsInput } from './import.inputs.js';
import { type ImportedRow, ImportOutcome, PersonsImported } from './import.type.js';
import { type GoodRow, type JudgedRow, judgeRows } from './judge-rows.js';

/** Keys asked of a key service at once. */
const KEYS_AT_ONCE = 20;

interface Sealed {
  readonly person: NewPerson;
  readonly key: DrawnKey;
}

/** Brings many people at once: each batch whole, or not at all. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsRepository,
    private readonly vault: PersonVault,
    private readonly dataKeys: DataKeys,
    private readonly blindIndex: BlindIndex,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  async import({ rows, dryRun, idempotencyKey }: ImportPersonsInput, actor: Actor): Promise<PersonsImported> {
    const judged = judgeRows(rows);
    const good = judged.flatMap(({ row }) => (row === undefined ? [] : [row]));
    const importId = dryRun ? undefined : await this.write(good, { actor, key: idempotencyKey, rows });
    const known = await this.knownAmong(good);
    return new PersonsImported(
      dryRun,
      judged.map((one) => this.answerTo(one, known, importId)),
    );
  }

  /** @returns the import that made them: an earlier one, when the request is repeated */
  private async write(
    good: readonly GoodRow[],
    { actor, key, rows }: { readonly actor: Actor; readonly key: string; readonly rows: object },
  ): Promise<string> {
    const importId = uuidv7();
    const sealed = await this.sealNew(good);
    // Names are in it, so what is kept of the input needs a key to be guessed.
    const input = { rows: this.blindIndex.of('persons.import', hashOf(rows)).toString('hex') };
    return this.database.transaction(async () => {
      const request = { actorId: actor.id, operation: 'importPersons', key, input };
      const earlier = await this.idempotency.claim(request, importId);
      if (earlier !== undefined) return earlier;
      const made = await this.persons.insertNew(
        sealed.map(({ person }) => person),
        importId,
      );
      if (made.size === 0) return importId;
      await this.dataKeys.store(sealed.filter(({ person }) => made.has(person.id)).map(({ key: drawn }) => drawn));
      await this.audit.record({
        action: AuditAction.PERSONS_IMPORTED,
        actor: actor.id,
        subjectKind: AuditSubjectKind.IMPORT,
        subjectId: importId,
        details: { created: String(made.size) },
      });
      return importId;
    });
  }

  /** Those who are not there yet, before the transaction: making keys may take a while. */
  private async sealNew(good: readonly GoodRow[]): Promise<Sealed[]> {
    const known = await this.knownIndexes(good);
    const fresh = good.filter(({ externalId }) => !known.has(this.nameOf(externalId)));
    return pMap(
      fresh,
      async (row) => {
        const id = uuidv7();
        const key = await this.dataKeys.draw(id);
        return { key, person: { id, kind: row.kind, ...this.vault.seal(id, key.key, row) } };
      },
      { concurrency: KEYS_AT_ONCE },
    );
  }

  private async knownIndexes(good: readonly GoodRow[]): Promise<Set<string>> {
    const rows = await this.rowsOf(good);
    return new Set(rows.map(({ externalIdIndex }) => externalIdIndex?.toString('hex') ?? ''));
  }

  /** By the name of their external id. */
  private async knownAmong(good: readonly GoodRow[]): Promise<Map<string, Person>> {
    const persons = await this.vault.openAll(await this.rowsOf(good));
    return new Map(persons.map((person) => [this.nameOf(person.externalId), person]));
  }

  private rowsOf(good: readonly GoodRow[]): Promise<PersonRow[]> {
    return this.persons.findByExternalIdIndexes(good.map(({ externalId }) => this.vault.indexOf(externalId)));
  }

  private answerTo({ row, problems }: JudgedRow, known: ReadonlyMap<string, Person>, importId?: string): ImportedRow {
    if (row === undefined) return { outcome: ImportOutcome.REFUSED, problems, person: null };
    const holder = known.get(this.nameOf(row.externalId));
    if (holder === undefined) return { outcome: ImportOutcome.CREATED, problems: [], person: null };
    return { outcome: outcomeOf(row, holder, importId), problems: [], person: holder };
  }

  /** Equal for what is one external id to the database. */
  private nameOf(externalId: string): string {
    return this.vault.indexOf(externalId).toString('hex');
  }
}

function outcomeOf(row: GoodRow, person: Person, importId: string | undefined): ImportOutcome {
  if (importId !== undefined && person.importId === importId) return ImportOutcome.CREATED;
  const isSame = person.displayName === row.displayName && person.kind === row.kind;
  return isSame ? ImportOutcome.SAME : ImportOutcome.DIFFERS;
}

const hashOf = (rows: object): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
