/** Milliseconds until a screen that the system let go of, of a page that is seen, is held again. */
const AGAIN = 5_000;

/**
 * Keeps the screen on for as long as the page is seen. The system lets go of it whenever the page is hidden, or the battery low.
 * @returns ends it
 */
export function keepAwake(): () => void {
  let isOver = false;
  let lock: WakeLockSentinel | undefined;

  const isWanted = (): boolean => !isOver && 'wakeLock' in navigator && document.visibilityState === 'visible';
  const hold = async (): Promise<void> => {
    if (!isWanted()) return;
    lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    lock?.addEventListener('release', () => setTimeout(() => void hold(), AGAIN));
    if (!isWanted()) await lock?.release();
  };
  const look = () => void hold();
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', look);
    void lock?.release();
  };
}
