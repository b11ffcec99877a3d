import { Type } from 'class-transformer';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PageArgs } from '../../../common/graphql/connection.js';

/** Longer than any coordinate of the curves that we take. */
const COORDINATE = /^[\w-]{1,64}$/;

@InputType()
export class CreateDevicePairingInput {
  @Field(() => ID, { description: 'Where the device will open validations; it is good for no other checkpoint.' })
  @IsUUID()
  checkpointId!: string;

  @Field({ description: 'For people to know it by, such as "Tablet by the north door".' })
  @Length(1, 80)
  name!: string;
}

@InputType({
  description:
    'The public half of the key that the device made, as `crypto.subtle.exportKey("jwk", …)` gives it: EC on P-256, or ' +
    'OKP on Ed25519. Make the private half non-extractable; it is never sent.',
})
export class DeviceKeyInput {
  @Field()
  @IsIn(['EC', 'OKP'])
  kty!: string;

  @Field()
  @IsIn(['P-256', 'Ed25519'])
  crv!: string;

  @Field()
  @Matches(COORDINATE)
  x!: string;

  @Field(() => String, { nullable: true, description: 'Of EC only.' })
  @IsOptional()
  @Matches(COORDINATE)
  y?: string | null;
}

@InputType()
export class PairDeviceInput {
  @Field({ description: 'As it was shown; case, spaces and dashes do not matter, nor O for 0 and I or L for 1.' })
  @MaxLength(32)
  code!: string;

  @Field(() => DeviceKeyInput)
  @ValidateNested()
  @Type(() => DeviceKeyInput)
  publicKey!: DeviceKeyInput;
}

@InputType()
export class DeviceTokenInput {
  @Field({
    description:
      'A JWT that the device signed with its key: header `alg` ES256 (or EdDSA) and `typ` ' +
      '`presente-device-assertion+jwt`; `iss` and `sub` the id of the device, `aud` the audience that the pairing gave, ' +
      '`jti` 16 to 64 letters, digits, dashes or underscores of its own each time, `iat` now, `exp` at most 60 seconds later.',
  })
  @MaxLength(2_048)
  assertion!: string;
}

@InputType()
export class RenameDeviceInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field()
  @Length(1, 80)
  name!: string;
}

@InputType()
export class RevokeDeviceInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field({ description: 'Stolen, replaced, out of order, …' })
  @Length(1, 200)
  reason!: string;
}

@ArgsType()
export class DevicesArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  checkpointId?: string | null;
}
