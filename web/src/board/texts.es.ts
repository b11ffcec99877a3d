import { lanesTexts } from './lanes/lanes-texts.es';

/** What the board says. Each part has its texts beside it. */
export const board = { lanes: lanesTexts };
