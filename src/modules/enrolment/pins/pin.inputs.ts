import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { PIN_FORM } from './pin-strength.js';

/** Never repeated in an answer: messages of a pattern name the field alone. */
export const PinField = (description = '6 to 12 digits.'): PropertyDecorator =>
  applyDecorators(Field({ description }), Matches(PIN_FORM, { message: '$property must be 6 to 12 digits' }));

@InputType()
export class SetPinInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string;

  @PinField()
  pin!: string;
}

@InputType()
export class SetMyPinInput {
  @Field(() => String, { nullable: true, description: 'The PIN so far; null only when there is none yet.' })
  @IsOptional()
  @Matches(PIN_FORM, { message: '$property must be 6 to 12 digits' })
  current?: string | null;

  @PinField()
  pin!: string;
}
