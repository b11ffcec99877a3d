import { exitWith } from '../support/operator-error.js';
import { healthOf, readable } from './health.js';
import { readArguments } from '../support/asked-processes.js';

/** `npm run health`: 0 when all are ready, 1 otherwise; for people and for cron. */
try {
  const { urls, json } = readArguments();
  const healths = await Promise.all(urls.map(healthOf));
  process.stdout.write(`${json ? JSON.stringify(healths) : readable(healths)}\n`);
  process.exitCode = healths.every(({ status }) => status === 'ready') ? 0 : 1;
} catch (error) {
  exitWith(error);
}
