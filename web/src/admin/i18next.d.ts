import 'i18next';
import { type admin } from './texts.es';

declare module 'i18next' {
  interface SurfaceTexts {
    admin: typeof admin;
  }
}
