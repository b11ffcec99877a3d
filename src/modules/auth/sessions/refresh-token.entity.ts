import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionRow } from './session.entity.js';

/** Every token that a session has had; those that were replaced stay, to be known when they come back. */
@Entity('refresh_tokens')
@Index('refresh_tokens_one_live', ['sessionId'], { unique: true, where: 'replaced_at IS NULL' })
@Index('refresh_tokens_session', ['sessionId'])
@Index('refresh_tokens_sealed', ['replacedAt'], { where: 'sealed_successor IS NOT NULL' })
export class RefreshTokenRow {
  /** SHA-256 of the token, which is kept nowhere. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'refresh_tokens_pkey' })
  hash!: Buffer;

  @ForeignKey(() => SessionRow, { name: 'refresh_tokens_session_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt!: Date | null;

  /** The token that replaced it, which only this one opens; for some seconds, and while that is the live one. */
  @Column('bytea', { name: 'sealed_successor', nullable: true })
  sealedSuccessor!: Buffer | null;
}
