import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IdArg } from '../../../common/graphql/id-arg.js';
import { type Actor, Allow, CurrentActor, Permission } from '../../auth/index.js';
import {
  BoardPageArgs,
  CardAtVersionInput,
  CardSearchArgs,
  CreateCardInput,
  MoveCardInput,
  SetChecklistsInput,
  TickChecklistItemInput,
  UndoCardChangeInput,
  UpdateCardInput,
} from './card.inputs.js';
import { Card, CardChange, CardComment, CardConnection, ChangeCardResult, DeleteCardResult } from './card.type.js';
import { CardEditing } from './card-editing.service.js';
import { CardReading } from './card-reading.service.js';
import { CardTrash } from './card-trash.service.js';
import { CardUndoing } from './card-undoing.service.js';

@Resolver(() => Card)
export class CardsResolver {
  constructor(
    private readonly reading: CardReading,
    private readonly editing: CardEditing,
    private readonly undoing: CardUndoing,
    private readonly trash: CardTrash,
  ) {}

  @Query(() => Card)
  @Allow(Permission.BoardRead)
  card(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.reading.get(id, actor);
  }

  @Query(() => CardConnection)
  @Allow(Permission.BoardRead)
  archivedCards(@Args() args: BoardPageArgs, @CurrentActor() actor: Actor) {
    return this.reading.archived(args, actor);
  }

  @Query(() => CardConnection)
  @Allow(Permission.BoardRead)
  trashedCards(@Args() args: BoardPageArgs, @CurrentActor() actor: Actor) {
    return this.reading.trashed(args, actor);
  }

  @Query(() => [ID], {
    description:
      'Which open cards of the board have all the words of `text` in their title or description; accents and capitals do not matter.',
  })
  @Allow(Permission.BoardRead)
  cardsMatching(@Args() args: CardSearchArgs) {
    return this.reading.matching(args);
  }

  @ResolveField(() => [CardComment], { description: 'The oldest first.' })
  comments(@Parent() { id }: Card) {
    return this.reading.comments(id);
  }

  @ResolveField(() => [CardComment], { description: 'One’s own, for `restoreComment`; of the last 30 days.' })
  deletedComments(@Parent() { id }: Card, @CurrentActor() actor: Actor) {
    return this.reading.deletedComments(id, actor);
  }

  @ResolveField(() => [CardChange], { description: 'The latest 50, the latest first; of the last 30 days.' })
  changes(@Parent() { id }: Card) {
    return this.reading.changes(id);
  }

  @Mutation(() => ChangeCardResult)
  @Allow(Permission.BoardWrite)
  createCard(@Args('input') input: CreateCardInput, @CurrentActor() actor: Actor) {
    return this.editing.create(input, actor);
  }

  @Mutation(() => ChangeCardResult)
  @Allow(Permission.BoardWrite)
  updateCard(@Args('input') input: UpdateCardInput, @CurrentActor() actor: Actor) {
    return this.editing.update(input, actor);
  }

  @Mutation(() => ChangeCardResult, {
    description: 'The server finds the position. CardConflict also when the card above is not in that column any more.',
  })
  @Allow(Permission.BoardWrite)
  moveCard(@Args('input') input: MoveCardInput, @CurrentActor() actor: Actor) {
    return this.editing.move(input, actor);
  }

  @Mutation(() => ChangeCardResult)
  @Allow(Permission.BoardWrite)
  setChecklists(@Args('input') input: SetChecklistsInput, @CurrentActor() actor: Actor) {
    return this.editing.setChecklists(input, actor);
  }

  @Mutation(() => ChangeCardResult)
  @Allow(Permission.BoardWrite)
  tickChecklistItem(@Args('input') input: TickChecklistItemInput, @CurrentActor() actor: Actor) {
    return this.editing.tick(input, actor);
  }

  @Mutation(() => ChangeCardResult)
  @Allow(Permission.BoardWrite)
  archiveCard(@Args('input') input: CardAtVersionInput, @CurrentActor() actor: Actor) {
    return this.editing.archive(input, actor);
  }

  @Mutation(() => ChangeCardResult, { description: 'To the trash, which is emptied after 30 days.' })
  @Allow(Permission.BoardWrite)
  trashCard(@Args('input') input: CardAtVersionInput, @CurrentActor() actor: Actor) {
    return this.editing.trash(input, actor);
  }

  @Mutation(() => ChangeCardResult, {
    description: 'Out of the archive or the trash, to the end of the column that it was in (or else of the first).',
  })
  @Allow(Permission.BoardWrite)
  reopenCard(@Args('input') input: CardAtVersionInput, @CurrentActor() actor: Actor) {
    return this.editing.reopen(input, actor);
  }

  @Mutation(() => ChangeCardResult, {
    description:
      'Takes back the latest change that was not taken back yet, whoever made it; CardRefused when another came after it.',
  })
  @Allow(Permission.BoardWrite)
  undoCardChange(@Args('input') input: UndoCardChangeInput, @CurrentActor() actor: Actor) {
    return this.undoing.undo(input, actor);
  }

  @Mutation(() => DeleteCardResult, { description: 'For good, out of the trash.' })
  @Allow(Permission.CardDelete)
  deleteCard(@IdArg() id: string, @CurrentActor() actor: Actor) {
    return this.trash.delete(id, actor);
  }
}
