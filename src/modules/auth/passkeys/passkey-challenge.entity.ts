import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserRow } from '../user.entity.js';

/** SIGN_IN: after the password. CONFIRM: while signed in. REGISTER: a new passkey. */
export type ChallengePurpose = 'SIGN_IN' | 'CONFIRM' | 'REGISTER';

/** What an authenticator has to sign, once and soon. */
@Entity('passkey_challenges')
@Check('passkey_challenges_purpose_check', `purpose IN ('SIGN_IN','CONFIRM','REGISTER')`)
export class PasskeyChallengeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_challenges_pkey' })
  id!: string;

  @ForeignKey(() => UserRow, { name: 'passkey_challenges_user_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text')
  purpose!: ChallengePurpose;

  /** 256 random bits, base64url. */
  @Column('text')
  challenge!: string;

  /** The user's when the password was checked: a sign-in ends when the password changes before it is complete. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Index('passkey_challenges_age')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
