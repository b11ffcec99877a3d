import 'i18next';
import { type person } from './person-texts.es';

declare module 'i18next' {
  interface SurfaceTexts {
    person: typeof person;
  }
}
