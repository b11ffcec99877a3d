import { type Alert } from './alert.js';
import { burningAlerts } from './burning.js';
import { degradedAlerts } from './degraded.js';
import { trustingAlerts } from './trusting.js';
import { workingAlerts } from './working.js';

/** Groups of the rules file, by what is at stake. */
export const ALERT_GROUPS: Readonly<Record<string, readonly Alert[]>> = {
  'presente-objectives': burningAlerts,
  'presente-working': workingAlerts,
  'presente-degraded': degradedAlerts,
  'presente-trusting': trustingAlerts,
};

export const ALERTS: readonly Alert[] = Object.values(ALERT_GROUPS).flat();
