import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserRow } from '../user.entity.js';
import { type SessionEnd } from './session-end.js';

@Entity('sessions')
@Index('sessions_user', ['userId', 'id'])
@Index('sessions_person', ['personId', 'id'])
@Check('sessions_subject_check', 'num_nonnulls(user_id, person_id) = 1')
@Check('sessions_ended_check', '(ended_at IS NULL) = (ended_because IS NULL)')
@Check(
  'sessions_ended_because_check',
  `ended_because IN ('SIGNED_OUT','PASSWORD_CHANGED','SECOND_FACTOR_CHANGED','USER_DISABLED','TOKEN_REUSED',
    'ENDED_BY_REGISTRAR')`,
)
@Check('sessions_good_until_check', 'good_until <= expires_at')
@ForeignKey('persons', ['personId'], ['id'], { name: 'sessions_person_id_fkey' })
export class SessionRow {
  /** Also the `sid` of its access tokens. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id!: string;

  @ForeignKey(() => UserRow, { name: 'sessions_user_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;

  /** Of whoever is on their own page; a session has a user or a person. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** For people to know it by, such as "Firefox on Windows". */
  @Column('text')
  client!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Of the sign-in or the last refresh. */
  @Column('timestamptz', { name: 'last_used_at', default: () => 'now()' })
  lastUsedAt!: Date;

  /** Unless it is refreshed before. */
  @Index('sessions_good_until')
  @Column('timestamptz', { name: 'good_until' })
  goodUntil!: Date;

  /** In any case. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** When a second factor was last shown in it. */
  @Column('timestamptz', { name: 'second_factor_at', nullable: true })
  secondFactorAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: SessionEnd | null;
}
