import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsUUID, Length } from 'class-validator';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { ConsentGiver } from './consent.type.js';

@InputType()
export class RecordConsentInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @Field({ description: 'Of the text that was shown; see `consentTexts`.' })
  @Length(1, 32)
  textVersion!: string;

  @Field({ description: 'In which the text was shown.' })
  @Length(2, 2)
  language!: string;

  @Field(() => ConsentGiver)
  @IsEnum(ConsentGiver)
  givenBy!: ConsentGiver;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}
