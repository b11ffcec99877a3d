import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** The wrapped key of one person, or of one consent; without this row nothing sealed under it can be read again. */
@Entity('data_keys')
export class DataKeyRow {
  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'data_keys_pkey' })
  subjectId!: string;

  @Column('text', { name: 'kek_id' })
  kekId!: string;

  @Column('bytea')
  wrapped!: Buffer;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
