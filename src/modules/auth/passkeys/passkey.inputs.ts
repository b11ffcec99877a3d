import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID, Length, MaxLength } from 'class-validator';

/** Far more than an answer without attestation takes. */
const MAX_RESPONSE = 16_384;

@InputType()
export class PasskeyAnswerInput {
  @Field(() => ID)
  @IsUUID()
  challengeId!: string;

  @Field({ description: 'What the browser gave: the `PublicKeyCredential`, as JSON (`toJSON`).' })
  @MaxLength(MAX_RESPONSE)
  response!: string;
}

@InputType()
export class RegisterPasskeyInput extends PasskeyAnswerInput {
  @Field({ description: 'For the person to know it by.' })
  @Length(1, 60)
  name!: string;
}

@InputType()
export class PasskeyRegistrationInput {
  @Field({ description: 'Asked for again, so that a screen left open is not enough.' })
  @MaxLength(256)
  password!: string;
}
