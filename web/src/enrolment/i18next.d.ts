import 'i18next';
import { type enrolment } from './texts.es';

declare module 'i18next' {
  interface SurfaceTexts {
    enrolment: typeof enrolment;
  }
}
