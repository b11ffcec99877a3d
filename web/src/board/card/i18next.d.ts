import 'i18next';
import { type card } from './card-texts.es';

declare module 'i18next' {
  interface SurfaceTexts {
    card: typeof card;
  }
}
