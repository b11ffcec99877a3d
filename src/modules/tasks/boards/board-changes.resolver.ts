import { Args, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { BoardDelta } from './board.type.js';
import { BoardReading } from './board-reading.service.js';

@Resolver(() => BoardDelta)
export class BoardChangesResolver {
  constructor(private readonly reading: BoardReading) {}

  @Query(() => BoardDelta, { description: 'What a client has missed that read the board up to `after`.' })
  @Allow(Permission.BoardRead)
  boardChanges(
    @IdArg('boardId') boardId: string,
    @Args('after', { type: () => Int }) after: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.reading.delta(boardId, after, actor);
  }

  @Subscription(() => BoardDelta, {
    description:
      'What is different since `after` (or since now, without), at once and after each change. Never completes by itself.',
    resolve: (delta: BoardDelta) => delta,
  })
  @Allow(Permission.BoardRead)
  boardChanged(
    @IdArg('boardId') boardId: string,
    @Args('after', { type: () => Int, nullable: true }) after: number | null | undefined,
    @CurrentActor() actor: Actor,
  ) {
    return this.reading.follow(boardId, after ?? undefined, actor);
  }
}
