import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { CheckpointClosed } from '../attempts/attempt.type.js';

@ObjectType({ description: 'The right to open one validation at one checkpoint, for who asked for it.' })
export class TurnOpened {
  @Field({ description: 'Send it with `openValidation`, once. 128 random bits in base64url, 22 characters.' })
  readonly nonce: string;

  @Field({ description: 'Two minutes from now, unless the server is set otherwise.' })
  readonly expiresAt: Date;

  constructor(nonce: string, expiresAt: Date) {
    this.nonce = nonce;
    this.expiresAt = expiresAt;
  }
}

export const OpenTurnResult = createUnionType({
  name: 'OpenTurnResult',
  types: () => [TurnOpened, CheckpointClosed] as const,
});
export type OpenTurnResult = TurnOpened | CheckpointClosed;
