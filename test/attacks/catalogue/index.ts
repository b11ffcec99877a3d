import { type AttackGroup } from '../attack.js';
import { access } from './access.js';
import { floods } from './floods.js';
import { holders } from './holders.js';
import { kiosks } from './kiosks.js';
import { records } from './records.js';
import { requests } from './requests.js';
import { signIns } from './sign-in.js';
import { tokens } from './tokens.js';
import { presentations } from './presentations.js';
import { validations } from './validations.js';

/** Every attack that is tried; `docs/security.md` lists them. */
export const catalogue: readonly AttackGroup[] = [
  tokens,
  signIns,
  access,
  kiosks,
  holders,
  requests,
  floods,
  validations,
  presentations,
  records,
];
