import { type Drill } from '../drill.js';
import { clockAhead, clockBehind } from './clock.js';
import { concurrency } from './concurrency.js';
import { database } from './database.js';
import { databaseHangs } from './database-hangs.js';
import { errors } from './errors.js';
import { fullDisk } from './full-disk.js';
import { overload } from './overload.js';
import { poisonJob } from './poison.js';
import { redisOutage } from './redis-outage.js';
import { redisRestart } from './redis-restart.js';
import { redisWipe } from './redis-wipe.js';
import { slowNetwork } from './slow-network.js';
import { worker } from './worker.js';

export const DRILLS: readonly Drill[] = [
  errors,
  database,
  databaseHangs,
  redisOutage,
  redisWipe,
  redisRestart,
  worker,
  slowNetwork,
  clockAhead,
  clockBehind,
  concurrency,
  poisonJob,
  fullDisk,
  overload,
];
