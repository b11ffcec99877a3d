import { FoundingSchema1764000000000 } from './1764000000000-founding-schema.js';
import { Audit1764200000000 } from './1764200000000-audit.js';
import { Sessions1764300000000 } from './1764300000000-sessions.js';
import { Vault1764400000000 } from './1764400000000-vault.js';
import { FailureCounters1764500000000 } from './1764500000000-failure-counters.js';
import { Devices1764600000000 } from './1764600000000-devices.js';
import { Pass1764700000000 } from './1764700000000-pass.js';
import { PinAndAttestation1764710000000 } from './1764710000000-pin-and-attestation.js';
import { Privacy1764800000000 } from './1764800000000-privacy.js';
import { Challenge1764900000000 } from './1764900000000-challenge.js';
import { WithoutChallenge1765100000000 } from './1765100000000-without-challenge.js';
import { IndexesForLists1765300000000 } from './1765300000000-indexes-for-lists.js';
import { Board1765400000000 } from './1765400000000-board.js';
import { People1765500000000 } from './1765500000000-people.js';
import { LiveAndStatistics1765600000000 } from './1765600000000-live-and-statistics.js';
import { BoardUndo1765700000000 } from './1765700000000-board-undo.js';
import { ConsentEvidence1765800000000 } from './1765800000000-consent-evidence.js';
import { LogLines1765900000000 } from './1765900000000-log-lines.js';
import { Faults1766000000000 } from './1766000000000-faults.js';
import { SealedFrames1766100000000 } from './1766100000000-sealed-frames.js';

/** In the order in which they run; a migration that was released is never edited. */
export const migrations = [
  FoundingSchema1764000000000,
  Audit1764200000000,
  Sessions1764300000000,
  Vault1764400000000,
  FailureCounters1764500000000,
  Devices1764600000000,
  Pass1764700000000,
  PinAndAttestation1764710000000,
  Privacy1764800000000,
  Challenge1764900000000,
  WithoutChallenge1765100000000,
  IndexesForLists1765300000000,
  Board1765400000000,
  People1765500000000,
  LiveAndStatistics1765600000000,
  BoardUndo1765700000000,
  ConsentEvidence1765800000000,
  LogLines1765900000000,
  Faults1766000000000,
  SealedFrames1766100000000,
];
