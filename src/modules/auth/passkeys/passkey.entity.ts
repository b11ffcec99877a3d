import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UserRow } from '../user.entity.js';

@Entity('passkeys')
@Unique('passkeys_credential_key', ['credentialId'])
@Index('passkeys_user', ['userId', 'id'])
export class PasskeyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkeys_pkey' })
  id!: string;

  @ForeignKey(() => UserRow, { name: 'passkeys_user_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'user_id' })
  userId!: string;

  /** The authenticator's own id of it, base64url. */
  @Column('text', { name: 'credential_id' })
  credentialId!: string;

  /** COSE. */
  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  /** Of the last use; one that does not grow comes from a copy. Many authenticators keep it at 0. */
  @Column('bigint')
  counter!: string;

  /** How browsers reach the authenticator, as they said themselves. */
  @Column('text', { array: true })
  transports!: string[];

  /** For people to know it by. */
  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
