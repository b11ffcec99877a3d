import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { HolderSessionOpened } from '../../auth/index.js';

@ObjectType({
  description: 'Opens a person’s own page, once. Nothing shows the code again: a lost one is replaced by another.',
})
export class HolderInvitation {
  @Field(() => ID)
  readonly personId!: string;

  @Field({ description: 'For a person who can’t follow the link.' })
  readonly code!: string;

  @Field({ description: 'Put the address of the web pages before it: `/pass#code=…`.' })
  readonly path!: string;

  @Field()
  readonly expiresAt!: Date;
}

@ObjectType({ description: 'The code is wrong, was used, was replaced or has expired; which of these is not said.' })
export class HolderInvitationRefused {
  @Field()
  readonly message: string = 'This link is not good any more; ask the registrar for a new one.';
}

export const OpenHolderSessionResult = createUnionType({
  name: 'OpenHolderSessionResult',
  types: () => [HolderSessionOpened, HolderInvitationRefused] as const,
});
export type OpenHolderSessionResult = HolderSessionOpened | HolderInvitationRefused;
