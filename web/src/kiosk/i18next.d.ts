import 'i18next';
import { type kiosk } from './texts.es';

declare module 'i18next' {
  interface SurfaceTexts {
    kiosk: typeof kiosk;
  }
}
