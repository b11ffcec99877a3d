import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';

export enum CredentialKind {
  CARD = 'CARD',
  PASS = 'PASS',
}
registerEnumType(CredentialKind, {
  name: 'CredentialKind',
  description: 'A CARD is printed and good for months; a PASS is shown on its holder’s page, anew every few seconds.',
});

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

@ObjectType({ description: 'The QR of a credential, for printing. As good as the credential, in each of its forms.' })
export class CredentialQr {
  @Field({ description: 'What the code says, for who draws it.' })
  readonly text!: string;

  @Field({ description: 'A `data:image/png;base64,…` URL.' })
  readonly png!: string;

  @Field({ description: 'An SVG document.' })
  readonly svg!: string;
}

@ObjectType({
  description: 'A pass to be shown now, once. Ask for the next one before it expires, and after each use.',
})
export class Pass {
  @Field({ description: 'What its QR says, for a page that draws it.' })
  readonly text: string;

  @Field({ description: 'Now, by the clock of the server: what is shown lasts from here to `expiresAt`.' })
  readonly drawnAt: Date;

  @Field({ description: 'Some seconds from now.' })
  readonly expiresAt: Date;

  constructor({ token, expiresAt }: { readonly token: string; readonly expiresAt: Date }, drawnAt: Date) {
    this.text = token;
    this.drawnAt = drawnAt;
    this.expiresAt = expiresAt;
  }
}

@ObjectType({ description: 'The pass was revoked or has expired; a registrar issues another invitation.' })
export class PassUnavailable {
  @Field()
  readonly message: string = 'There is no pass now; ask the registrar for a new invitation.';
}

export const PassResult = createUnionType({ name: 'PassResult', types: () => [Pass, PassUnavailable] as const });
export type PassResult = Pass | PassUnavailable;

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
