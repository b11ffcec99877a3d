import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { ValidationModule } from '../validation/index.js';
import { BoardChangeRow } from './boards/board-change.entity.js';
import { BoardChanges } from './boards/board-changes.repository.js';
import { BoardChangesResolver } from './boards/board-changes.resolver.js';
import { BoardColumnRow } from './boards/board-column.entity.js';
import { BoardLabelRow } from './boards/board-label.entity.js';
import { BoardReading } from './boards/board-reading.service.js';
import { BoardRow } from './boards/board.entity.js';
import { BoardsRepository } from './boards/boards.repository.js';
import { BoardsResolver } from './boards/boards.resolver.js';
import { BoardsService } from './boards/boards.service.js';
import { ColumnsRepository } from './boards/columns.repository.js';
import { ColumnsResolver } from './boards/columns.resolver.js';
import { ColumnsService } from './boards/columns.service.js';
import { LabelsRepository } from './boards/labels.repository.js';
import { LabelsResolver } from './boards/labels.resolver.js';
import { LabelsService } from './boards/labels.service.js';
import { CardChangeRow } from './cards/card-change.entity.js';
import { CardChanging } from './cards/card-changing.service.js';
import { CardCommentRow } from './cards/card-comment.entity.js';
import { CardEditing } from './cards/card-editing.service.js';
import { CardHistory } from './cards/card-history.repository.js';
import { CardMaking } from './cards/card-making.service.js';
import { CardPlaces } from './cards/card-places.repository.js';
import { CardPlacing } from './cards/card-placing.service.js';
import { CardReading } from './cards/card-reading.service.js';
import { CardTrash } from './cards/card-trash.service.js';
import { CardUndoing } from './cards/card-undoing.service.js';
import { CardRow } from './cards/card.entity.js';
import { CardsRepository } from './cards/cards.repository.js';
import { CardsResolver } from './cards/cards.resolver.js';
import { CommentsRepository } from './cards/comments.repository.js';
import { CommentsResolver } from './cards/comments.resolver.js';
import { CommentsService } from './cards/comments.service.js';
import { ReviewDeciding } from './reviews/review-deciding.service.js';
import { ReviewRow } from './reviews/review.entity.js';
import { ReviewsRepository } from './reviews/reviews.repository.js';
import { ReviewsResolver } from './reviews/reviews.resolver.js';

export const tasksEntities = [
  BoardRow,
  BoardColumnRow,
  BoardLabelRow,
  BoardChangeRow,
  CardRow,
  CardCommentRow,
  CardChangeRow,
  ReviewRow,
];
export const tasksResolvers = [
  BoardsResolver,
  ColumnsResolver,
  LabelsResolver,
  BoardChangesResolver,
  CardsResolver,
  CommentsResolver,
  ReviewsResolver,
];

/** What the API and the worker both need. */
export const sharedTasksProviders = [
  BoardsRepository,
  ColumnsRepository,
  CardsRepository,
  CardPlaces,
  CardPlacing,
  CardHistory,
  ReviewsRepository,
];

/** Boards of tasks, and among them the one of validations that a person looks at: what the API does with them. */
@Module({
  imports: [AuthModule, ValidationModule, TypeOrmModule.forFeature(tasksEntities)],
  providers: [
    ...sharedTasksProviders,
    BoardsService,
    ColumnsService,
    LabelsRepository,
    LabelsService,
    BoardChanges,
    BoardReading,
    CommentsRepository,
    CommentsService,
    CardReading,
    CardChanging,
    CardMaking,
    CardEditing,
    CardUndoing,
    CardTrash,
    ReviewDeciding,
    ...tasksResolvers,
  ],
})
export class TasksModule {}
