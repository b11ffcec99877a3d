/** What one check saw. A warning and a failure say how to mend it; only failures make the doctor's exit code 1. */
export type Finding =
  | { readonly status: 'ok'; readonly found: string }
  | { readonly status: 'warning' | 'failure'; readonly found: string; readonly fix: string };

export const ok = (found: string): Finding => ({ status: 'ok', found });
export const warning = (found: string, fix: string): Finding => ({ status: 'warning', found, fix });
export const failure = (found: string, fix: string): Finding => ({ status: 'failure', found, fix });

const gibibyte = 1024 ** 3;

/** `1.5 GiB` */
export const inGibibytes = (bytes: number): string => `${(bytes / gibibyte).toFixed(1)} GiB`;
