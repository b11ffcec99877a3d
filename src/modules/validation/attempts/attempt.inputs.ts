import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdempotencyKeyField } from '../../../common/graphql/idempotency-key.js';
import { PIN_FORM, PinField } from '../../enrolment/index.js';
import { AttemptState } from './validation-reason.js';
import { Attestation, WithoutFaceReason } from './without-face.js';

@InputType()
export class OpenValidationInput {
  @Field(() => ID)
  @IsUUID()
  checkpointId!: string;

  @Field({ description: 'The text of the QR, as the camera read it; whatever it is.' })
  @Length(1, 4_096)
  credential!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of `openTurn`. A device needs one; a desk with an operator may take a card without.',
  })
  @IsOptional()
  @Length(1, 64)
  nonce?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the person, 6 to 12 digits; where the checkpoint’s `factors` are FACE_AND_PIN.',
  })
  @IsOptional()
  @Matches(PIN_FORM, { message: '$property must be 6 to 12 digits' })
  pin?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'For who cannot or will not do steps: none are asked for, and a face that matches ends INCONCLUSIVE with ' +
      'WITHOUT_CHALLENGE, for an operator to confirm. Without effect where the checkpoint’s `liveness` is PASSIVE.',
  })
  @IsBoolean()
  withoutChallenge = false;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class ValidateWithoutFaceInput {
  @Field(() => ID)
  @IsUUID()
  checkpointId!: string;

  @Field({ description: 'The text of the QR, as the camera read it; whatever it is.' })
  @Length(1, 4_096)
  credential!: string;

  @PinField('Typed by the person: 6 to 12 digits.')
  pin!: string;

  @Field(() => WithoutFaceReason)
  @IsEnum(WithoutFaceReason)
  reason!: WithoutFaceReason;

  @Field(() => Attestation, { description: 'What the operator saw with their own eyes; kept with their name.' })
  @IsEnum(Attestation)
  attestation!: Attestation;

  @IdempotencyKeyField()
  idempotencyKey!: string;
}

@InputType()
export class ConfirmValidationInput {
  @Field(() => ID, { description: 'Of the attempt that ended with WITHOUT_CHALLENGE.' })
  @IsUUID()
  id!: string;

  @Field(() => Attestation, { description: 'What the operator saw with their own eyes; kept with their name.' })
  @IsEnum(Attestation)
  attestation!: Attestation;
}

@ArgsType()
export class ValidationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  checkpointId?: string | null;

  @Field(() => AttemptState, { nullable: true })
  @IsOptional()
  @IsEnum(AttemptState)
  state?: AttemptState | null;
}

@ArgsType()
export class ValidationsChangedArgs {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  checkpointId?: string | null;
}
