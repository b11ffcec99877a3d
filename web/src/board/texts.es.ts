import { boardsTexts } from './boards/boards-texts.es';
import { keysTexts } from './keys/keys-texts.es';
import { columnsTexts, lanesTexts } from './lanes/lanes-texts.es';
import { movesTexts, outcomesTexts } from './moves/moves-texts.es';

/** What the board says. Each part has its texts beside it. */
export const board = {
  boards: boardsTexts,
  columns: columnsTexts,
  keys: keysTexts,
  lanes: lanesTexts,
  moves: movesTexts,
  outcomes: outcomesTexts,
};
