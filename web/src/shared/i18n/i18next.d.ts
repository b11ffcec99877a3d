import 'i18next';
import { type common } from './common.es';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    /** Each surface adds its own namespace here. */
    resources: { common: typeof common };
  }
}
