import { Field, ObjectType } from '@nestjs/graphql';
import { Credential } from '../credentials/credential.type.js';
import { type Person, PersonKind } from '../persons/person.type.js';

@ObjectType({ description: 'What a person sees of themself on their own page, besides their consent and their lock.' })
export class HolderProfile implements Pick<Person, 'displayName' | 'kind'> {
  @Field()
  readonly displayName!: string;

  @Field(() => PersonKind)
  readonly kind!: PersonKind;

  @Field(() => Date, { nullable: true, description: 'Of the newest template; null when there is none.' })
  readonly templateSince!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null when there is no PIN.' })
  readonly pinSince!: Date | null;

  @Field(() => [Credential], { description: 'Those that open something now.' })
  readonly credentials!: readonly Credential[];
}
