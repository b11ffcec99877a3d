import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../persons/person.entity.js';

@Entity('person_pins')
export class PersonPinRow {
  @ForeignKey(() => PersonRow, { name: 'person_pins_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'person_pins_pkey' })
  personId!: string;

  /** Argon2id in PHC string format, sealed under the person's data key: six digits would not last without. */
  @Column('bytea')
  sealed!: Buffer;

  /** A user, or the person. */
  @Column('uuid', { name: 'set_by' })
  setBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'set_at' })
  setAt!: Date;
}
