import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum ConsentGiver {
  PERSON = 'PERSON',
  GUARDIAN = 'GUARDIAN',
}
registerEnumType(ConsentGiver, { name: 'ConsentGiver' });

@ObjectType({ description: 'A text that can be agreed to, as it must be shown.' })
export class ConsentText {
  @Field()
  readonly version!: string;

  @Field({ description: 'ISO 639-1.' })
  readonly language!: string;

  @Field()
  readonly body!: string;
}

@ObjectType({
  description: 'The recorded, withdrawable agreement of a person or their guardian to biometric processing.',
})
export class Consent {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly personId!: string;

  @Field()
  readonly textVersion!: string;

  @Field()
  readonly language!: string;

  @Field(() => ConsentGiver)
  readonly givenBy!: ConsentGiver;

  @Field()
  readonly givenAt!: Date;

  @Field(() => Date, { nullable: true })
  readonly withdrawnAt!: Date | null;
}

@ObjectType()
export class ConsentRecorded {
  @Field()
  readonly consent: Consent;

  constructor(consent: Consent) {
    this.consent = consent;
  }
}

@ObjectType()
export class ConsentAlreadyGiven {
  @Field()
  readonly consent: Consent;

  constructor(consent: Consent) {
    this.consent = consent;
  }
}

export const RecordConsentResult = createUnionType({
  name: 'RecordConsentResult',
  types: () => [ConsentRecorded, ConsentAlreadyGiven] as const,
});
export type RecordConsentResult = ConsentRecorded | ConsentAlreadyGiven;

@ObjectType()
export class ConsentWithdrawn {
  @Field()
  readonly consent: Consent;

  @Field(() => Int, { description: 'How many templates were deleted with it.' })
  readonly templatesDeleted: number;

  constructor(consent: Consent, templatesDeleted: number) {
    this.consent = consent;
    this.templatesDeleted = templatesDeleted;
  }
}

@ObjectType({ description: 'The person has no active consent to biometric processing.' })
export class ConsentRequired {
  @Field()
  readonly message: string = 'Record the consent of the person or their guardian first.';
}

export const WithdrawConsentResult = createUnionType({
  name: 'WithdrawConsentResult',
  types: () => [ConsentWithdrawn, ConsentRequired] as const,
});
export type WithdrawConsentResult = ConsentWithdrawn | ConsentRequired;
