import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { open, seal } from '../../../platform/crypto/aead.js';
import { BlindIndex } from '../../../platform/crypto/blind-index.js';
import { DataKeys } from '../../../platform/crypto/data-keys.repository.js';
import { Database } from '../../../platform/database/database.js';
import { violatedUnique } from '../../../platform/database/unique-violation.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.repository.js';
import { type Actor } from '../../auth/index.js';
import { type PersonRow } from './person.entity.js';
import { type RegisterPersonInput } from './person.inputs.js';
import { ExternalIdTaken, type Person, PersonRegistered, type RegisterPersonResult } from './person.type.js';
import { PersonsRepository } from './persons.repository.js';

/** What is personal about a person; in the database only as one sealed field. */
const profileSchema = z.object({ externalId: z.string(), displayName: z.string() });
type PersonProfile = z.output<typeof profileSchema>;

const profileBinding = (personId: string): readonly string[] => ['person-profile', personId];

@Injectable()
export class PersonsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsRepository,
    private readonly dataKeys: DataKeys,
    private readonly blindIndex: BlindIndex,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  async register(input: RegisterPersonInput, actor: Actor): Promise<RegisterPersonResult> {
    const { idempotencyKey: key, ...rest } = input;
    try {
      const id = await this.database.transaction(async () => {
        const id = uuidv7();
        const request = { actorId: actor.id, operation: 'registerPerson', key, input: rest };
        const earlier = await this.idempotency.claim(request, id);
        if (earlier !== undefined) return earlier;
        await this.insert(id, rest);
        await this.recordRegistration(id, rest.kind, actor);
        return id;
      });
      return new PersonRegistered(await this.get(id));
    } catch (error) {
      if (violatedUnique(error) !== 'persons_external_id_key') throw error;
      return new ExternalIdTaken(await this.getByExternalId(rest.externalId));
    }
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
    return (await this.reveal(await this.persons.findByExternalIdIndex(this.indexOf(externalId)))) ?? missing();
  }

  async list(args: PageArgs): Promise<Page<Person>> {
    const { nodes, pageInfo } = await this.persons.page(args);
    const keys = await this.dataKeys.openAll(nodes.map(({ id }) => id));
    const persons = nodes.map((row) => personOf(row, keys.get(row.id)));
    return { nodes: persons.filter((person) => person !== undefined), pageInfo };
  }

  private async insert(id: string, input: Omit<RegisterPersonInput, 'idempotencyKey'>): Promise<void> {
    const key = await this.dataKeys.create(id);
    const profile: PersonProfile = { externalId: input.externalId, displayName: input.displayName };
    await this.persons.insert({
      id,
      kind: input.kind,
      externalIdIndex: this.indexOf(input.externalId),
      sealedProfile: seal(key, Buffer.from(JSON.stringify(profile)), profileBinding(id)),
    });
  }

  private recordRegistration(id: string, kind: string, actor: Actor): Promise<void> {
    return this.audit.record({
      action: AuditAction.PERSON_REGISTERED,
      actor: actor.id,
      subjectKind: AuditSubjectKind.PERSON,
      subjectId: id,
      details: { kind },
    });
  }

  private async reveal(row: PersonRow | null): Promise<Person | undefined> {
    if (row === null) return undefined;
    return personOf(row, (await this.dataKeys.openAll([row.id])).get(row.id));
  }

  private indexOf(externalId: string): Buffer {
    return this.blindIndex.of('person.externalId', externalId);
  }
}

/** Undefined for an erased person, also for one who was erased between the reading of the row and of the key. */
function personOf({ id, kind, createdAt, sealedProfile }: PersonRow, key: Buffer | undefined): Person | undefined {
  if (key === undefined || kind === null || sealedProfile === null) return undefined;
  const profile = profileSchema.parse(JSON.parse(open(key, sealedProfile, profileBinding(id)).toString()));
  return { id, kind, createdAt, ...profile };
}

function missing(): never {
  throw new NotFoundError('Person');
}
