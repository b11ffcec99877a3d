import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { SessionOver } from './session.type.js';

@ObjectType({ description: 'A person is on their own page. A browser also got the cookie that refreshes it.' })
export class HolderSessionOpened {
  @Field({ description: 'Send it as `Authorization: Bearer …`; it opens nothing but what is the person’s own.' })
  readonly accessToken: string;

  @Field()
  readonly expiresAt: Date;

  constructor(accessToken: string, expiresAt: Date) {
    this.accessToken = accessToken;
    this.expiresAt = expiresAt;
  }
}

export const RefreshHolderSessionResult = createUnionType({
  name: 'RefreshHolderSessionResult',
  types: () => [HolderSessionOpened, SessionOver] as const,
});
export type RefreshHolderSessionResult = HolderSessionOpened | SessionOver;
