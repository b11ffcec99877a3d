import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { CreateLabelInput, UpdateLabelInput } from './board.inputs.js';
import { BoardLabel, DeleteBoardPartResult, SaveLabelResult } from './board.type.js';
import { LabelsService } from './labels.service.js';

@Resolver(() => BoardLabel)
export class LabelsResolver {
  constructor(private readonly labels: LabelsService) {}

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

  @Mutation(() => DeleteBoardPartResult, { description: 'From every card of the board, too.' })
  @Allow(Permission.BoardManage)
  deleteLabel(@IdArg() id: string) {
    return this.labels.delete(id);
  }
}
