/** Calls `stop` on the first Ctrl-C, SIGTERM or closed terminal, and `kill` on the second. */
export function onStopSignals(stop: () => void, kill: () => void): void {
  let asked = false;
  const hear = () => {
    if (asked) kill();
    else stop();
    asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
}
