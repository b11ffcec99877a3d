import 'i18next';
import { type kiosk } from '../../kiosk/texts.es';
import { type common } from './common.es';
import { type reasons } from './reasons.es';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    /** Each surface adds its own namespace here. */
    resources: {
      common: typeof common;
      reasons: typeof reasons;
      kiosk: typeof kiosk;
    };
  }
}
