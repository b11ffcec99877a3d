import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import { AddCommentInput, EditCommentInput } from './card.inputs.js';
import { CardComment } from './card.type.js';
import { CommentsService } from './comments.service.js';

@Resolver(() => CardComment)
export class CommentsResolver {
  constructor(private readonly comments: CommentsService) {}

  @Mutation(() => CardComment)
  @Allow(Permission.BoardWrite)
  addComment(@Args('input') input: AddCommentInput, @CurrentActor() actor: Actor) {
    return this.comments.add(input, actor);
  }

  @Mutation(() => CardComment, { description: 'One’s own.' })
  @Allow(Permission.BoardWrite)
  editComment(@Args('input') input: EditCommentInput, @CurrentActor() actor: Actor) {
    return this.comments.edit(input, actor);
  }

  @Mutation(() => Boolean, {
    description: 'One’s own; `restoreComment` has it again for 30 days. False when it was gone already.',
  })
  @Allow(Permission.BoardWrite)
  deleteComment(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.comments.delete(id, actor);
  }

  @Mutation(() => CardComment, { description: 'Takes back that one deleted one’s own comment.' })
  @Allow(Permission.BoardWrite)
  restoreComment(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.comments.restore(id, actor);
  }
}
