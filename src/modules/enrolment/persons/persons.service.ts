import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, toPage } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, type AuditDetails, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { type CorrectPersonInput, type PersonsArgs, type RegisterPersonInput } from './person.inputs.js';
import { type PersonRow } from './person.entity.js';
import {
  type CorrectPersonResult,
  ExternalIdTaken,
  type Person,
  PersonCorrected,
  PersonRegistered,
  type RegisterPersonResult,
} from './person.type.js';
import { PersonVault } from './person-vault.js';
import { isFoundBy, wordsOf } from './person-words.js';
import { PersonsRepository } from './persons.repository.js';

/** Rows that are opened at a time while searching: some are somebody else’s, whose term is the same. */
const SEARCHED = 50;

const CORRECTABLE = ['externalId', 'displayName', 'kind'] as const;

@Injectable()
export class PersonsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsRepository,
    private readonly vault: PersonVault,
    private readonly dataKeys: DataKeys,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  async register(input: RegisterPersonInput, actor: Actor): Promise<RegisterPersonResult> {
    const { idempotencyKey: key, ...rest } = input;
    return this.unlessTaken(rest.externalId, async () => {
      const id = await this.database.transaction(async () => {
        const id = uuidv7();
        const request = { actorId: actor.id, operation: 'registerPerson', key, input: rest };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return earlier;
        const dataKey = await this.dataKeys.create(id);
        await this.persons.insert({ id, kind: rest.kind, ...this.vault.seal(id, dataKey, rest) });
        await this.record(AuditAction.PERSON_REGISTERED, id, actor, { kind: rest.kind });
        return id;
      });
      return new PersonRegistered(await this.get(id));
    });
  }

  /** Puts right what is written of a person (GDPR 16). @throws NotFoundError when they were erased */
  async correct({ id, ...right }: CorrectPersonInput, actor: Actor): Promise<CorrectPersonResult> {
    return this.unlessTaken(right.externalId, async () => {
      await this.database.transaction(async () => {
        const now = (await this.reveal(await this.persons.lock(id))) ?? missing();
        const fields = CORRECTABLE.filter((field) => now[field] !== right[field]);
        if (fields.length === 0) return;
        const dataKey = await this.dataKeys.open(id);
        await this.persons.change(id, { kind: right.kind, ...this.vault.seal(id, dataKey, right) });
        await this.record(AuditAction.PERSON_CORRECTED, id, actor, { fields });
      });
      return new PersonCorrected(await this.get(id));
    });
  }

  /** @throws NotFoundError when there is no such person, or they were erased */
  async get(id: string): Promise<Person> {
    return (await this.find(id)) ?? missing();
  }

  /** Undefined when there is no such person, or they were erased. */
  async find(id: string): Promise<Person | undefined> {
    return this.reveal(await this.persons.findById(id));
  }

  /** For whoever makes something new for the person, in the same transaction. @throws NotFoundError */
  async hold(id: string): Promise<void> {
    if (!(await this.persons.hold(id))) missing();
  }

  async getByExternalId(externalId: string): Promise<Person> {
    return (await this.reveal(await this.persons.findByExternalIdIndex(this.vault.indexOf(externalId)))) ?? missing();
  }

  async list({ search, standing, first, after = null }: PersonsArgs): Promise<Page<Person>> {
    const words = wordsOf(search ?? '');
    const filter = { standing, terms: this.vault.termsOf(words) };
    if (filter.terms.length === 0) {
      const { nodes, pageInfo } = await this.persons.page({ first, after }, filter);
      return { nodes: await this.vault.openAll(nodes), pageInfo };
    }
    return this.search(words, filter, { first, after });
  }

  /** Until the page is full: what the terms find is opened, and who is not meant is left out. */
  private async search(
    words: readonly string[],
    filter: Parameters<PersonsRepository['page']>[1],
    { first, after }: { readonly first: number; readonly after: string | null },
  ): Promise<Page<Person>> {
    const meant = words.filter((word) => word.length > 1);
    const found: Person[] = [];
    let [cursor, hasMore] = [after, true];
    while (hasMore && found.length <= first) {
      const { nodes, pageInfo } = await this.persons.page(
        { first: Math.max(first + 1, SEARCHED), after: cursor },
        filter,
      );
      const opened = await this.vault.openAll(nodes);
      found.push(...opened.filter(({ displayName, externalId }) => isFoundBy(meant, `${displayName} ${externalId}`)));
      [cursor, hasMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    return toPage(found, first);
  }

  /** The other person, when somebody else has the external id. */
  private async unlessTaken<Result>(
    externalId: string,
    work: () => Promise<Result>,
  ): Promise<Result | ExternalIdTaken> {
    try {
      return await work();
    } catch (error) {
      if (violatedUnique(error) !== 'persons_external_id_key') throw error;
      return new ExternalIdTaken(await this.getByExternalId(externalId));
    }
  }

  private record(action: AuditAction, id: string, actor: Actor, details: AuditDetails): Promise<void> {
    return this.audit.record({
      action,
      actor: actor.id,
      subjectKind: AuditSubjectKind.PERSON,
      subjectId: id,
      details,
    });
  }

  private async reveal(row: PersonRow | null): Promise<Person | undefined> {
    if (row === null) return undefined;
    const [person] = await this.vault.openAll([row]);
    return person;
  }
}

function missing(): never {
  throw new NotFoundError('Person');
}
