import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { PageArgs } from '../../../common/graphql/connection.js';

/** A page of what one person has. */
@ArgsType()
export class OfPersonArgs extends PageArgs {
  @Field(() => ID)
  @IsUUID()
  personId!: string;
}
