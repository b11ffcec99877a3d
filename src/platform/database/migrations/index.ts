import { FoundingSchema1764000000000 } from './1764000000000-founding-schema.js';
import { FailureCounters1764100000000 } from './1764100000000-failure-counters.js';

/** In the order in which they run; a migration that was released is never edited. */
export const migrations = [FoundingSchema1764000000000, FailureCounters1764100000000];
