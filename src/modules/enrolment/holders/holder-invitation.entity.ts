import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from '../persons/person.entity.js';

/** A code that opens a person's own page, until it is used; a person has one at most. */
@Entity('holder_invitations')
@Unique('holder_invitations_code_key', ['codeHash'])
export class HolderInvitationRow {
  @ForeignKey(() => PersonRow, { name: 'holder_invitations_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'holder_invitations_pkey' })
  personId!: string;

  /** SHA-256 of the code, which is kept nowhere. */
  @Column('bytea', { name: 'code_hash' })
  codeHash!: Buffer;

  @Column('uuid', { name: 'issued_by' })
  issuedBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'issued_at' })
  issuedAt!: Date;

  @Index('holder_invitations_age')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
