import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { CreateBoardInput, MoveBoardPartInput, RenameBoardInput } from './board.inputs.js';
import { Board, BoardMember, BoardView, DeleteBoardPartResult, SaveBoardResult } from './board.type.js';
import { BoardReading } from './board-reading.service.js';
import { BoardsService } from './boards.service.js';

@Resolver(() => Board)
export class BoardsResolver {
  constructor(
    private readonly service: BoardsService,
    private readonly reading: BoardReading,
  ) {}

  @Query(() => [Board], { description: 'In their order: those in use, or the archived ones.' })
  @Allow(Permission.BoardRead)
  boards(@Args('archived', { defaultValue: false }) archived: boolean) {
    return this.service.list(archived);
  }

  @Query(() => BoardView)
  @Allow(Permission.BoardRead)
  board(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.reading.view(id, actor);
  }

  @Query(() => [BoardMember])
  @Allow(Permission.BoardRead)
  boardMembers() {
    return this.reading.members();
  }

  @Mutation(() => SaveBoardResult)
  @Allow(Permission.BoardManage)
  createBoard(@Args('input') input: CreateBoardInput, @CurrentActor() actor: Actor) {
    return this.service.create(input, actor);
  }

  @Mutation(() => SaveBoardResult)
  @Allow(Permission.BoardManage)
  renameBoard(@Args('input') input: RenameBoardInput) {
    return this.service.rename(input);
  }

  @Mutation(() => SaveBoardResult)
  @Allow(Permission.BoardManage)
  moveBoard(@Args('input') input: MoveBoardPartInput) {
    return this.service.move(input);
  }

  @Mutation(() => SaveBoardResult, { description: 'An archived board is still read, and its cards stay as they are.' })
  @Allow(Permission.BoardManage)
  setBoardArchived(@IdArg() id: string, @Args('archived') archived: boolean) {
    return this.service.setArchived(id, archived);
  }

  @Mutation(() => DeleteBoardPartResult, { description: 'For good, with every card: an archived board only.' })
  @Allow(Permission.BoardDelete)
  deleteBoard(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.service.delete(id, actor);
  }
}
