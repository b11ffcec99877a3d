/** Keeps the screen on for as long as the page is seen; the system lets go of it whenever the page is hidden. */
export function keepAwake(): void {
  const ask = () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    void navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
