import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';

export enum PersonKind {
  STUDENT = 'STUDENT',
  STAFF = 'STAFF',
}
registerEnumType(PersonKind, { name: 'PersonKind' });

@ObjectType({ description: 'Someone who can be validated.' })
export class Person {
  @Field(() => ID)
  readonly id!: string;

  @Field({ description: "The institution's own id." })
  readonly externalId!: string;

  @Field()
  readonly displayName!: string;

  @Field(() => PersonKind)
  readonly kind!: PersonKind;

  @Field()
  readonly createdAt!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The import that made them, for `auditEvents(subjectId:)`; null for who was registered alone.',
  })
  readonly importId!: string | null;
}

export const PersonConnection = connectionOf(Person, 'Person');

@ObjectType()
export class PersonRegistered {
  @Field()
  readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }
}

@ObjectType()
export class ExternalIdTaken {
  @Field({ description: 'Who has it.' })
  readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }
}

@ObjectType({ description: 'It is so now, whether it was changed or was right already.' })
export class PersonCorrected {
  @Field()
  readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }
}

export const CorrectPersonResult = createUnionType({
  name: 'CorrectPersonResult',
  types: () => [PersonCorrected, ExternalIdTaken] as const,
});
export type CorrectPersonResult = PersonCorrected | ExternalIdTaken;

export const RegisterPersonResult = createUnionType({
  name: 'RegisterPersonResult',
  types: () => [PersonRegistered, ExternalIdTaken] as const,
});
export type RegisterPersonResult = PersonRegistered | ExternalIdTaken;
