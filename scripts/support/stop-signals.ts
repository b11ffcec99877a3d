/** Calls `stop` on the first Ctrl-C, SIGTERM or closed terminal, and when npm was ended; `kill` on the second. */
export function onStopSignals(stop: () => void, kill: () => void): void {
  let asked = false;
  const hear = () => {
    if (asked) kill();
    else stop();
    asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  whenNpmIsGone(() => {
    if (!asked) hear();
  });
}

/** npm hands a SIGTERM on to the shell between it and us, which dies of it without a word: then our parent changes. */
function whenNpmIsGone(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
