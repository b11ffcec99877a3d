import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';
import { SignedIn } from '../dto/auth.results.js';

@ObjectType({ description: 'One sign-in on one browser or program, until it is ended or not used for too long.' })
export class Session {
  @Field(() => ID)
  readonly id!: string;

  @Field({ description: 'Such as "Firefox on Windows".' })
  readonly client!: string;

  @Field()
  readonly createdAt!: Date;

  @Field({ description: 'When it signed in or was last refreshed.' })
  readonly lastUsedAt!: Date;

  @Field({ description: 'Unless it is refreshed before.' })
  readonly goodUntil!: Date;

  @Field({ description: 'It is the one that asks.' })
  readonly current!: boolean;
}

export const SessionConnection = connectionOf(Session, 'Session');

@ObjectType({ description: 'There is no session to go on with; the person signs in again.' })
export class SessionOver {
  @Field()
  readonly message: string = 'The session is over; sign in again.';
}

export const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  types: () => [SignedIn, SessionOver] as const,
});
export type RefreshSessionResult = SignedIn | SessionOver;

@ObjectType()
export class SessionsEnded {
  @Field(() => Int, { description: 'How many; their access tokens are useless from now on.' })
  readonly sessions: number;

  constructor(sessions: number) {
    this.sessions = sessions;
  }
}
