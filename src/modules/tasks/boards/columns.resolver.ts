import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { CreateColumnInput, MoveBoardPartInput, UpdateColumnInput } from './board.inputs.js';
import { BoardColumn, DeleteBoardPartResult, SaveColumnResult } from './board.type.js';
import { ColumnsService } from './columns.service.js';

@Resolver(() => BoardColumn)
export class ColumnsResolver {
  constructor(private readonly columns: ColumnsService) {}

  @Mutation(() => SaveColumnResult, { description: 'At the right end.' })
  @Allow(Permission.BoardManage)
  createColumn(@Args('input') input: CreateColumnInput, @CurrentActor() actor: Actor) {
    return this.columns.create(input, actor);
  }

  @Mutation(() => SaveColumnResult)
  @Allow(Permission.BoardManage)
  updateColumn(@Args('input') input: UpdateColumnInput) {
    return this.columns.update(input);
  }

  @Mutation(() => SaveColumnResult)
  @Allow(Permission.BoardManage)
  moveColumn(@Args('input') input: MoveBoardPartInput) {
    return this.columns.move(input);
  }

  @Mutation(() => SaveColumnResult, { description: 'Only one without open cards.' })
  @Allow(Permission.BoardManage)
  setColumnArchived(@IdArg() id: string, @Args('archived') archived: boolean) {
    return this.columns.setArchived(id, archived);
  }

  @Mutation(() => DeleteBoardPartResult, { description: 'Only one that no card is, or was last, in.' })
  @Allow(Permission.BoardManage)
  deleteColumn(@IdArg() id: string) {
    return this.columns.delete(id);
  }
}
