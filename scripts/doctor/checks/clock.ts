import { failure, type Finding, ok, warning } from '../finding.js';

const noticeable = 1_000;
/** Passes of a phone change every few seconds, and tokens carry times. */
const harmful = 5_000;

/** @param skew milliseconds by which the database's clock is ahead of this machine's; undefined when it can't be reached */
export function checkClock(skew: number | undefined): Finding {
  if (skew === undefined) return ok('no database to compare with');
  const found = `${(Math.abs(skew) / 1000).toFixed(1)} s apart from the database's`;
  const fix = 'Let both machines follow a time server (systemd-timesyncd, chrony): codes and tokens carry times.';
  if (Math.abs(skew) > harmful) return failure(found, fix);
  return Math.abs(skew) > noticeable ? warning(found, fix) : ok(found);
}
