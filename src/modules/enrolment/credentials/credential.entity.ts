import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../persons/person.entity.js';
import { type CredentialKind } from './credential.type.js';

@Entity('credentials')
@Index('credentials_one_active', ['personId', 'kind'], { unique: true, where: 'revoked_at IS NULL' })
@Index('credentials_person', ['personId', 'id'])
@Check('credentials_kind_check', `kind IN ('CARD','PASS')`)
@Check('credentials_revoked_check', '(revoked_at IS NULL) = (revoked_reason IS NULL)')
@Check('credentials_expiry_check', 'expires_at > issued_at')
export class CredentialRow {
  /** Also the `jti` of a card's token, and the `sub` of a pass's. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credentials_pkey' })
  id!: string;

  @ForeignKey(() => PersonRow, { name: 'credentials_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  kind!: CredentialKind;

  @Column('uuid', { name: 'issued_by' })
  issuedBy!: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('text', { name: 'revoked_reason', nullable: true })
  revokedReason!: string | null;
}
