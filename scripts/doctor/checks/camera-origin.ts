import { failure, type Finding, ok, warning } from '../finding.js';

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;
const fix =
  'Serve the pages over https, for example through a proxy with a certificate, and put that https address in CORS_ORIGINS.';

/**
 * Browsers give the camera only to pages in a secure context: https, or this very machine.
 * @see https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 */
export function checkCameraOrigin(host: string, origins: readonly string[]): Finding[] {
  const insecure = origins.filter((origin) => {
    const { protocol, hostname } = new URL(origin);
    return protocol !== 'https:' && !loopback.test(hostname);
  });
  if (insecure.length > 0) return insecure.map((origin) => failure(`a page at ${origin} gets no camera`, fix));
  if (loopback.test(host)) return [ok('localhost gets the camera')];
  if (origins.length > 0) return [ok('every origin is https')];
  return [warning(`Presente listens on ${host}, and pages from there get no camera over plain http`, fix)];
}
