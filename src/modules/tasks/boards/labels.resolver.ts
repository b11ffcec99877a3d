import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { CreateLabelInput, UpdateLabelInput } from './board.inputs.js';
import { BoardLabel, DeleteBoardPartResult, SaveLabelResult } from './board.type.js';
import { LabelsService } from './labels.service.js';

@Resolver(() => BoardLabel)
export class LabelsResolver {
  constructor(private readonly labels: LabelsService) {}

  @Query(() => [BoardLabel], { description: 'Those that `board` does not show.' })
  @Allow(Permission.BoardRead)
  archivedLabels(@IdArg('boardId') boardId: string) {
    return this.labels.archived(boardId);
  }

  @Mutation(() => SaveLabelResult)
  @Allow(Permission.BoardWrite)
  createLabel(@Args('input') input: CreateLabelInput, @CurrentActor() actor: Actor) {
    return this.labels.create(input, actor);
  }

  @Mutation(() => SaveLabelResult)
  @Allow(Permission.BoardWrite)
  updateLabel(@Args('input') input: UpdateLabelInput) {
    return this.labels.update(input);
  }

  @Mutation(() => SaveLabelResult, {
    description:
      'An archived label is shown nowhere and given to no more cards; cards keep it, and show it again with it.',
  })
  @Allow(Permission.BoardManage)
  setLabelArchived(@IdArg() id: string, @Args('archived') archived: boolean) {
    return this.labels.setArchived(id, archived);
  }

  @Mutation(() => DeleteBoardPartResult, { description: 'For good, and from every card of the board.' })
  @Allow(Permission.BoardManage)
  deleteLabel(@IdArg() id: string) {
    return this.labels.delete(id);
  }
}
