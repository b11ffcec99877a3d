import { randomUUID } from 'node:crypto';
import { type Actor, Colleagues } from '../../src/modules/auth/index.js';
import { Role } from '../../src/modules/auth/permissions.js';
import { UsersRepository } from '../../src/modules/auth/users.repository.js';
import { BoardChanges } from '../../src/modules/tasks/boards/board-changes.repository.js';
import { BoardReading } from '../../src/modules/tasks/boards/board-reading.service.js';
import { BoardsRepository } from '../../src/modules/tasks/boards/boards.repository.js';
import { BoardsService } from '../../src/modules/tasks/boards/boards.service.js';
import { ColumnsRepository } from '../../src/modules/tasks/boards/columns.repository.js';
import { ColumnsService } from '../../src/modules/tasks/boards/columns.service.js';
import { LabelsRepository } from '../../src/modules/tasks/boards/labels.repository.js';
import { LabelsService } from '../../src/modules/tasks/boards/labels.service.js';
import { CardChanging } from '../../src/modules/tasks/cards/card-changing.service.js';
import { CardEditing } from '../../src/modules/tasks/cards/card-editing.service.js';
import { CardHistory } from '../../src/modules/tasks/cards/card-history.repository.js';
import { CardMaking } from '../../src/modules/tasks/cards/card-making.service.js';
import { CardPlaces } from '../../src/modules/tasks/cards/card-places.repository.js';
import { CardPlacing } from '../../src/modules/tasks/cards/card-placing.service.js';
import { CardReading } from '../../src/modules/tasks/cards/card-reading.service.js';
import { CardUndoing } from '../../src/modules/tasks/cards/card-undoing.service.js';
import { CardsRepository } from '../../src/modules/tasks/cards/cards.repository.js';
import { CommentsRepository } from '../../src/modules/tasks/cards/comments.repository.js';
import { CommentsService } from '../../src/modules/tasks/cards/comments.service.js';
import { ReviewOpening } from '../../src/modules/tasks/reviews/review-opening.service.js';
import { ReviewsRepository } from '../../src/modules/tasks/reviews/reviews.repository.js';
import { AttemptFacts } from '../../src/modules/validation/index.js';
import { type Database } from '../../src/platform/database/database.js';
import { StateChanges } from '../../src/platform/events/state-changes.js';
import { Idempotency } from '../../src/platform/idempotency/idempotency.repository.js';
import { auditTrail } from './audit.js';

/** The services of the board, as the API and the worker have them, on a door of a test. */
export function boardOn(door: Database, url: string) {
  const boards = new BoardsRepository(door);
  const columns = new ColumnsRepository(door);
  const labels = new LabelsRepository(door);
  const cards = new CardsRepository(door);
  const places = new CardPlaces(door);
  const placing = new CardPlacing(columns, places);
  const history = new CardHistory(door);
  const remarks = new CommentsRepository(door);
  const reviews = new ReviewsRepository(door);
  const attempts = new AttemptFacts(door);
  const idempotency = new Idempotency(door);
  const colleagues = new Colleagues(new UsersRepository(door));
  const reading = new CardReading(cards, reviews, attempts, history, remarks);
  const changing = new CardChanging(door, boards, cards, places, placing, history, reading);
  const making = new CardMaking(door, idempotency, boards, cards, places, placing, history, reading);
  const boardsService = new BoardsService(door, boards, columns, idempotency, auditTrail(door).trail);
  const changes = new StateChanges({ DATABASE_URL: url });
  return {
    boards: boardsService,
    columns: new ColumnsService(door, boards, columns, idempotency),
    labels: new LabelsService(door, boards, labels, idempotency),
    board: new BoardReading(boardsService, columns, labels, reading, new BoardChanges(door), colleagues, changes),
    cards: reading,
    editing: new CardEditing(changing, making, columns, places, labels, reviews, colleagues),
    undoing: new CardUndoing(changing, history, columns, places, labels),
    comments: new CommentsService(changing, cards, remarks, idempotency),
    opening: new ReviewOpening(door, attempts, boards, columns, cards, placing, history, reviews),
  };
}
export type TestBoard = ReturnType<typeof boardOn>;

export const someUser = (...roles: Role[]): Actor => ({
  kind: 'user',
  id: randomUUID(),
  roles: roles.length > 0 ? roles : [Role.OPERATOR],
  sessionId: randomUUID(),
});

/** The member of a union that a test goes on with. @throws Error for another one */
export function as<Result extends object, Member extends Result>(
  member: new (...args: never[]) => Member,
  result: Result,
): Member {
  if (result instanceof member) return result;
  throw new Error(`${result.constructor.name} is no ${member.name}.`);
}
