import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DataKeyRow } from '../../../platform/crypto/data-key.entity.js';
import { type PersonKind } from './person.type.js';

@Entity('persons')
@Unique('persons_external_id_key', ['externalIdIndex'])
@ForeignKey(() => DataKeyRow, ['id'], ['subjectId'], { name: 'persons_id_fkey' })
@Check('persons_kind_check', `kind IN ('STUDENT','STAFF')`)
export class PersonRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'persons_pkey' })
  id!: string;

  /** Blind index of the institution's own id; the id itself is in the sealed profile. */
  @Column('bytea', { name: 'external_id_index' })
  externalIdIndex!: Buffer;

  @Column('text')
  kind!: PersonKind;

  /** `PersonProfile` as JSON, sealed under the person's data key. */
  @Column('bytea', { name: 'sealed_profile' })
  sealedProfile!: Buffer;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
