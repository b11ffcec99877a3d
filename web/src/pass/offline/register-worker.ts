/**
 * Lets the page open without a connection. A page that was built since is taken over while nobody looks: nobody sees the
 * old one for long, and nobody loses what they are typing.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void register().catch(() => undefined);
}

async function register(): Promise<void> {
  const workers = navigator.serviceWorker;
  // The first that a page gets is of its own build.
  let hasWorker = workers.controller !== null;
  let isStale = false;
  workers.addEventListener('controllerchange', () => {
    isStale ||= hasWorker;
    hasWorker = true;
  });
  const registration = await workers.register('/pass-worker.js', { scope: '/pass', updateViaCache: 'none' });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
    else if (isStale) location.reload();
  });
}
