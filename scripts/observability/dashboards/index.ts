import { api } from './api.js';
import { biometric } from './biometric.js';
import { drill } from './drill.js';
import { funnel } from './funnel.js';
import { privacy, security } from './guard.js';
import { overview } from './overview.js';
import { type Dashboard } from './panel.js';
import { servers } from './servers.js';
import { work } from './work.js';

export const DASHBOARDS: readonly Dashboard[] = [
  overview,
  funnel,
  work,
  api,
  biometric,
  security,
  privacy,
  servers,
  drill,
];
