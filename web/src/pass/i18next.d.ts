import 'i18next';
import { type pass } from './texts.es';

declare module 'i18next' {
  interface SurfaceTexts {
    pass: typeof pass;
  }
}
