import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';
import { Role } from '../permissions.js';

@ObjectType({ description: 'Someone who signs in.' })
export class User {
  @Field(() => ID)
  id!: string;

  @Field()
  email!: string;

  @Field()
  displayName!: string;

  @Field(() => [Role])
  roles!: Role[];

  @Field(() => Date, { nullable: true })
  disabledAt!: Date | null;

  @Field()
  createdAt!: Date;
}

export const UserConnection = connectionOf(User, 'User');
