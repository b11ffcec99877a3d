import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../common/graphql/connection.js';
import { AuditAction, AuditOutcome, AuditSubjectKind } from '../../platform/audit/audit-event.js';

registerEnumType(AuditAction, { name: 'AuditAction' });
registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: 'SUCCESS: done. REFUSED: the answer was no. FAILED: it came to no answer.',
});
registerEnumType(AuditSubjectKind, { name: 'AuditSubjectKind' });

@ObjectType({ description: 'Ids and codes only.' })
export class AuditDetail {
  @Field()
  readonly name!: string;

  @Field(() => [String])
  readonly values!: readonly string[];
}

@ObjectType({ description: 'Something that was done, or refused. It is never changed and never deleted.' })
export class AuditEvent {
  @Field(() => ID, { name: 'sequence', description: 'Its place in the chain: 1, 2, 3 …, without gaps.' })
  readonly id!: string;

  @Field()
  readonly at!: Date;

  @Field(() => AuditAction)
  readonly action!: AuditAction;

  @Field(() => ID, { description: 'The id of a user or a device, or `anonymous`, `system` or `worker`.' })
  readonly actor!: string;

  @Field(() => AuditSubjectKind)
  readonly subjectKind!: AuditSubjectKind;

  @Field(() => ID, { nullable: true, description: 'Null when it is not known, as with a sign-in to no account.' })
  readonly subjectId!: string | null;

  @Field(() => AuditOutcome)
  readonly outcome!: AuditOutcome;

  @Field(() => ID)
  readonly correlationId!: string;

  @Field(() => [AuditDetail])
  readonly details!: readonly AuditDetail[];

  @Field({ description: 'SHA-256 over all of this and the hash of the event before, in hex.' })
  readonly hash!: string;
}

export const AuditEventConnection = connectionOf(AuditEvent, 'AuditEvent');

@ObjectType({ description: 'The end of the chain. Kept elsewhere, it shows later that nothing before it was cut off.' })
export class AuditHead {
  @Field(() => ID, { description: 'How many events there are.' })
  readonly sequence!: string;

  @Field({ description: 'What `npm run audit:verify -- --head HASH` takes.' })
  readonly hash!: string;

  @Field(() => Date, { nullable: true, description: 'Null while there is no event.' })
  readonly at!: Date | null;
}

@ObjectType({ description: 'Every hash computed anew, and the seal on the end.' })
export class AuditVerification {
  @Field()
  readonly whole!: boolean;

  @Field(() => Int, { description: 'How many events were looked at.' })
  readonly checked!: number;

  @Field(() => ID, { nullable: true, description: 'Of the first event that does not fit; null when all do.' })
  readonly brokenAt!: string | null;
}
