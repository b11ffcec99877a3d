import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PageArgs } from '../../../common/graphql/connection.js';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { ErasureService } from './erasure.service.js';
import { ErasureReceipt, ErasureReceiptConnection } from './erasure.type.js';

@Resolver(() => ErasureReceipt)
export class ErasureResolver {
  constructor(private readonly erasures: ErasureService) {}

  @Mutation(() => ErasureReceipt, { description: 'Cannot be undone. A second time gives the first receipt again.' })
  @Allow(Permission.PersonErase)
  erasePerson(@IdArg('personId') personId: string, @CurrentActor() actor: Actor) {
    return this.erasures.erase(personId, actor.id);
  }

  @Query(() => ErasureReceipt)
  @Allow(Permission.ErasureRead)
  erasureReceipt(@IdArg('personId') personId: string) {
    return this.erasures.receiptOf(personId);
  }

  @Query(() => ErasureReceiptConnection)
  @Allow(Permission.ErasureRead)
  erasureReceipts(@Args() page: PageArgs) {
    return this.erasures.list(page);
  }
}
