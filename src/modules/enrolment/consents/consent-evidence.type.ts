import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

/** What a guardian is to the person. */
export enum GuardianRelation {
  MOTHER = 'MOTHER',
  FATHER = 'FATHER',
  LEGAL_GUARDIAN = 'LEGAL_GUARDIAN',
  OTHER = 'OTHER',
}
registerEnumType(GuardianRelation, {
  name: 'GuardianRelation',
  description: 'What a guardian is to the person.',
  valuesMap: {
    LEGAL_GUARDIAN: { description: 'Appointed by a court, or by law.' },
    OTHER: { description: 'Whoever else may decide for them; the reference says where it is written.' },
  },
});

/** Who agreed for a person. */
export interface Guardian {
  readonly name: string;
  readonly relation: GuardianRelation;
}

@ObjectType({ description: 'What shows that a consent was given, and by whom (GDPR 7(1)).' })
export class ConsentEvidence {
  @Field({
    description: 'Whether the person was under the age at which they may consent themself, as the registrar saw it.',
  })
  readonly needsGuardian!: boolean;

  /** Null when the person gave it; to clients its parts, which lists of validations reach within the limit of depth. */
  readonly guardian!: Guardian | null;

  @Field({ description: 'Where it is kept: the number of a signed form, or how else it was given.' })
  readonly reference!: string;
}
