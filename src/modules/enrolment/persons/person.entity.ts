import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { type PersonKind } from './person.type.js';

@Entity('persons')
@Unique('persons_external_id_key', ['externalIdIndex'])
@Check('persons_kind_check', `kind IN ('STUDENT','STAFF')`)
@Check(
  'persons_erased_check',
  `CASE WHEN erased_at IS NULL THEN num_nulls(external_id_index, kind, sealed_profile) = 0
    ELSE num_nonnulls(external_id_index, kind, sealed_profile, search_terms, import_id) = 0 END`,
)
@Index('persons_search', { synchronize: false }) // GIN on search_terms
@Index('persons_to_index', ['id'], { where: 'search_terms IS NULL AND erased_at IS NULL' })
export class PersonRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'persons_pkey' })
  id!: string;

  /** Blind index of the institution's own id; the id itself is in the sealed profile. */
  @Column('bytea', { name: 'external_id_index', nullable: true })
  externalIdIndex!: Buffer | null;

  @Column('text', { nullable: true })
  kind!: PersonKind | null;

  /** `PersonProfile` as JSON, sealed under the person's data key. */
  @Column('bytea', { name: 'sealed_profile', nullable: true })
  sealedProfile!: Buffer | null;

  /** Blind indexes of the beginnings of all words of name and id; null until a worker has made them, for rows older than they. */
  @Column('integer', { name: 'search_terms', array: true, nullable: true })
  searchTerms!: number[] | null;

  /** The import that made the person; null for one who was registered alone. */
  @Column('uuid', { name: 'import_id', nullable: true })
  importId!: string | null;

  /** When everything personal was erased: the row stays for what refers to it, and the fields above are null. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
