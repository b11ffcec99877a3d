import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** The parts of the document that are lists, named as in it. */
export enum ExportSection {
  CONSENTS = 'consents',
  ENROLMENTS = 'enrolments',
  TEMPLATES = 'templates',
  CREDENTIALS = 'credentials',
  VALIDATIONS = 'validations',
  REVIEWS = 'reviews',
  FAILURES = 'failures',
  PINS = 'pins',
  PAGE = 'page',
  ACTIVITY = 'activity',
}
registerEnumType(ExportSection, {
  name: 'ExportSection',
  description: 'A part of an export, named as in its document.',
});

@ObjectType({ description: 'How much there is of one thing.' })
export class ExportCount {
  @Field(() => ExportSection)
  readonly section!: ExportSection;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType({
  description: 'Everything that is held on a person (GDPR 15 and 20). It is not kept: ask again for another.',
})
export class PersonExport {
  @Field(() => ID, { description: 'Stands in the audit, too.' })
  readonly id!: string;

  @Field(() => ID)
  readonly personId!: string;

  @Field()
  readonly madeAt!: Date;

  @Field({ description: 'Under which to offer it for download.' })
  readonly fileName!: string;

  @Field(() => [ExportCount], { description: 'What is in it.' })
  readonly counts!: ExportCount[];

  @Field({ description: 'The document: JSON of the format `presente-person-export-1` (docs/api.md), some MB at most.' })
  readonly document!: string;
}

@ObjectType({
  description: 'The person has had several exports of their data today; a registrar gives one at any time.',
})
export class ExportThrottled {
  @Field(() => Int)
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const ExportMyDataResult = createUnionType({
  name: 'ExportMyDataResult',
  types: () => [PersonExport, ExportThrottled] as const,
  resolveType: (value: PersonExport | ExportThrottled) =>
    value instanceof ExportThrottled ? ExportThrottled : PersonExport,
});
export type ExportMyDataResult = PersonExport | ExportThrottled;
