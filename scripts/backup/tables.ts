/** Tables that are in no backup, and why; all others are, and a test names any that is in neither list. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  capture_frames: 'pictures, for minutes: they are in no backup, whatever it is',
  log_lines: 'the newest log lines; logs have a life of their own',
  sessions: 'one that was ended since would live again: everybody signs in anew',
  refresh_tokens: 'as sessions',
  holder_invitations: 'one that was used since would be good again',
  passkey_challenges: 'good for minutes',
  device_pairings: 'a code that was used since would be good again',
  device_assertions: 'good for a minute',
  checkpoint_turns: 'good for minutes',
  used_passes: 'good for a minute',
  throttle_counters: 'counts of minutes',
  faults: 'what was broken on purpose is not to be broken in a copy',
  migrations: 'the tables are made by the migrations themselves, which the manifest names',
};

/** What {@link LEFT_OUT} means for a copy that was made by other means, such as a snapshot of a disk. */
export const FORGOTTEN_IN_COPIES: readonly string[] = Object.keys(LEFT_OUT).filter((table) => table !== 'migrations');
