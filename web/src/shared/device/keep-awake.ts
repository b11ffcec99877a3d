/**
 * Keeps the screen on for as long as the page is seen; the system lets go of it whenever the page is hidden.
 * @returns ends it
 */
export function keepAwake(): () => void {
  let lock: Promise<WakeLockSentinel | undefined> | undefined;
  const ask = () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    lock = navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    document.removeEventListener('visibilitychange', ask);
    void lock?.then((sentinel) => sentinel?.release());
  };
}
