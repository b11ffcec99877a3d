import { lanesTexts } from './lanes/lanes-texts.en';
import { type board as es } from './texts.es';

export const board: typeof es = { lanes: lanesTexts };
