import { boardsTexts } from './boards/boards-texts.en';
import { keysTexts } from './keys/keys-texts.en';
import { columnsTexts, lanesTexts } from './lanes/lanes-texts.en';
import { movesTexts, outcomesTexts } from './moves/moves-texts.en';
import { type board as es } from './texts.es';

export const board: typeof es = {
  boards: boardsTexts,
  columns: columnsTexts,
  keys: keysTexts,
  lanes: lanesTexts,
  moves: movesTexts,
  outcomes: outcomesTexts,
};
