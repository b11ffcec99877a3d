/** Milliseconds until a screen that the system let go of, of a page that is seen, is held again. */
const AGAIN = 5_000;

/** Keeps the screen on for as long as the page is seen. The system lets go of it whenever the page is hidden, or the battery low. */
export function keepAwake(): void {
  document.addEventListener('visibilitychange', () => void hold());
  void hold();
}

async function hold(): Promise<void> {
  if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
  const lock = await navigator.wakeLock.request('screen').catch(() => undefined);
  lock?.addEventListener('release', () => setTimeout(() => void hold(), AGAIN));
}
