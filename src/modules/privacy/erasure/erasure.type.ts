import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../../common/graphql/connection.js';

/** Why a person was erased. */
export enum ErasureReason {
  REQUESTED = 'REQUESTED',
  RETENTION = 'RETENTION',
}
registerEnumType(ErasureReason, { name: 'ErasureReason' });

@ObjectType({ description: 'The proof that everything held on a person was erased.' })
export class ErasureReceipt {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { description: 'What is left of the person.' })
  readonly personId!: string;

  @Field(() => ErasureReason)
  readonly reason!: ErasureReason;

  @Field(() => ID, { nullable: true, description: 'The user who asked for it; null when a retention rule did.' })
  readonly erasedBy!: string | null;

  @Field()
  readonly erasedAt!: Date;

  @Field({ description: 'A signed JWT that says what was erased; `npm run erasure:verify` checks it any time later.' })
  readonly token!: string;
}

export const ErasureReceiptConnection = connectionOf(ErasureReceipt, 'ErasureReceipt');
