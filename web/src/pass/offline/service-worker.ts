import { clientsClaim } from 'workbox-core';
import { addRoute, cleanupOutdatedCaches, matchPrecache, precache, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

/** The files of the page, put here when it is built (web/plugins/pass-shell.ts). */
declare const __PASS_SHELL__: PrecacheEntry[];
declare const self: { skipWaiting(): Promise<void> };

const PAGE = '/pass';
const PATIENCE_SECONDS = 3;

/*
 * It keeps the shell of this one page. Nothing that the server answers is kept: no pass, no token, no name. The page comes
 * from the server as long as there is one, so that no old one is shown; what it consists of bears its hash in its name.
 */
void self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
precache(__PASS_SHELL__);

/** A server that fails is as good as none. */
const shellInstead = {
  fetchDidSucceed: ({ response }: { response: Response }) =>
    response.status < 500 ? Promise.resolve(response) : Promise.reject(new Error(String(response.status))),
  handlerDidError: () => matchPrecache(PAGE),
};
registerRoute(
  new NavigationRoute(
    new NetworkOnly({
      networkTimeoutSeconds: PATIENCE_SECONDS,
      plugins: [shellInstead],
    }),
    { allowlist: [/^\/pass(\/|$|\?)/] },
  ),
);
addRoute();
