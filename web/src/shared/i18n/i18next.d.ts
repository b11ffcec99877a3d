import 'i18next';
import { type common } from './common.es';
import { type reasons } from './reasons.es';

declare module 'i18next' {
  /** By namespace. Each surface adds its own in a file of this name beside its texts: shared knows no surface. */
  interface SurfaceTexts {
    common: typeof common;
    reasons: typeof reasons;
  }

  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: SurfaceTexts;
  }
}
