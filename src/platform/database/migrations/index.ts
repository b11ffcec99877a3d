import { FoundingSchema1764000000000 } from './1764000000000-founding-schema.js';
import { Sessions1764300000000 } from './1764300000000-sessions.js';

/** In the order in which they run; a migration that was released is never edited. */
export const migrations = [FoundingSchema1764000000000, Sessions1764300000000];
