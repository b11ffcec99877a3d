import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Person } from '../persons/person.type.js';

export enum ImportOutcome {
  CREATED = 'CREATED',
  SAME = 'SAME',
  DIFFERS = 'DIFFERS',
  REFUSED = 'REFUSED',
}
registerEnumType(ImportOutcome, {
  name: 'ImportOutcome',
  description:
    'CREATED: made, or would be made. SAME: there already, as the row says. DIFFERS: there, but with another name or kind, and left so. ' +
    'REFUSED: not made; `problems` says why.',
});

export enum ImportProblem {
  EXTERNAL_ID_MISSING = 'EXTERNAL_ID_MISSING',
  EXTERNAL_ID_FORM = 'EXTERNAL_ID_FORM',
  NAME_MISSING = 'NAME_MISSING',
  NAME_TOO_LONG = 'NAME_TOO_LONG',
  NAME_FORM = 'NAME_FORM',
  KIND_MISSING = 'KIND_MISSING',
  REPEATED = 'REPEATED',
}
registerEnumType(ImportProblem, {
  name: 'ImportProblem',
  description:
    'NAME_FORM: it holds control characters. REPEATED: an earlier row has the same external id. The others as for `registerPerson`.',
});

@ObjectType()
export class ImportedRow {
  @Field(() => ImportOutcome)
  readonly outcome!: ImportOutcome;

  @Field(() => [ImportProblem], { description: 'Empty unless REFUSED.' })
  readonly problems!: readonly ImportProblem[];

  @Field(() => Person, { nullable: true, description: 'Who has the external id now; null when nobody does.' })
  readonly person!: Person | null;
}

@ObjectType({ description: 'What became of each row, or with `dryRun` what would.' })
export class PersonsImported {
  @Field()
  readonly dryRun: boolean;

  @Field(() => [ImportedRow], { description: 'In the order of the rows that were sent.' })
  readonly rows: readonly ImportedRow[];

  constructor(dryRun: boolean, rows: readonly ImportedRow[]) {
    this.dryRun = dryRun;
    this.rows = rows;
  }

  @Field(() => Int)
  get created(): number {
    return this.count(ImportOutcome.CREATED);
  }

  @Field(() => Int)
  get same(): number {
    return this.count(ImportOutcome.SAME);
  }

  @Field(() => Int)
  get differing(): number {
    return this.count(ImportOutcome.DIFFERS);
  }

  @Field(() => Int)
  get refused(): number {
    return this.count(ImportOutcome.REFUSED);
  }

  private count(outcome: ImportOutcome): number {
    return this.rows.filter((row) => row.outcome === outcome).length;
  }
}
