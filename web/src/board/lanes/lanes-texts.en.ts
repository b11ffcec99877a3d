import { type lanesTexts as es } from './lanes-texts.es';

export const lanesTexts: typeof es = { title: 'Board' };
