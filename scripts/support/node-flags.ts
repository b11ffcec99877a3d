/** For every process of ours that another one starts: its errors point into our TypeScript. */
export const nodeFlags: readonly string[] = ['--import', new URL('./own-source-maps.js', import.meta.url).href];
