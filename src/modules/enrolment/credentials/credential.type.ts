import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';

export enum CredentialKind {
  CARD = 'CARD',
}
registerEnumType(CredentialKind, { name: 'CredentialKind' });

@ObjectType({ description: 'A signed QR. It names itself and its institution, and nothing about the person.' })
export class Credential {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly personId!: string;

  @Field(() => CredentialKind)
  readonly kind!: CredentialKind;

  @Field()
  readonly issuedAt!: Date;

  @Field()
  readonly expiresAt!: Date;

  @Field(() => Date, { nullable: true })
  readonly revokedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly revokedReason!: string | null;
}

export const CredentialConnection = connectionOf(Credential, 'Credential');

@ObjectType({ description: 'The QR of a credential, for printing.' })
export class CredentialQr {
  @Field({ description: 'A `data:image/png;base64,…` URL.' })
  readonly png!: string;

  @Field({ description: 'An SVG document.' })
  readonly svg!: string;
}

@ObjectType()
export class IssuedCredential {
  @Field()
  readonly credential: Credential;

  @Field()
  readonly qr: CredentialQr;

  constructor(credential: Credential, qr: CredentialQr) {
    this.credential = credential;
    this.qr = qr;
  }
}
