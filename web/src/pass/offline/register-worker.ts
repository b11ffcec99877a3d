/**
 * Lets the page open without a connection. A page that was built since is taken over while nobody looks: nobody sees the
 * old one for long, and nobody loses what they are typing.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void register().catch(() => undefined);
  addEventListener('vite:preloadError', () => location.reload());
}

async function register(): Promise<void> {
  const workers = navigator.serviceWorker;
  const isFirst = workers.controller === null;
  const registration = await workers.register('/pass-worker.js', { scope: '/pass', updateViaCache: 'none' });
  let isStale = false;
  workers.addEventListener('controllerchange', () => {
    isStale ||= !isFirst;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
    else if (isStale) location.reload();
  });
}
