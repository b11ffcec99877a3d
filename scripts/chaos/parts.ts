/** Where the queue and the captures live. */
export const BACKENDS = ['postgres', 'redis'] as const;
export type Backend = (typeof BACKENDS)[number];

/** Our own processes. */
export const PROGRAM_NAMES = ['api', 'worker-1', 'worker-2'] as const;
export type ProgramName = (typeof PROGRAM_NAMES)[number];

/** What a fault is done to; no two faults are done to one at the same time. */
export type Ground = ProgramName | 'workers' | 'database' | 'redis' | 'ways to database' | 'ways to redis';
