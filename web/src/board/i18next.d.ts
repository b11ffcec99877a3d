import 'i18next';
import { type board } from './texts.es';

declare module 'i18next' {
  interface SurfaceTexts {
    board: typeof board;
  }
}
