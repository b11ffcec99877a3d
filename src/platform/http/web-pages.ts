import { existsSync } from 'node:fs';
import { type ServerResponse } from 'node:http';
import path from 'node:path';
import { type NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import sirv from 'sirv';
import { type Environment } from '../../config/env.js';

/** Each has a page of its own, which also answers every address below it: `/admin/devices` is a place in `/admin`. */
const SURFACES = ['kiosk', 'enrol', 'pass', 'admin', 'board'];

/**
 * A page runs our own scripts and no other, and speaks to this server only. Styles may stand inline: Mantine writes
 * those of a component's sizes so. The kiosk's hints run as WebAssembly; frames and downloads are `blob:`.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
};

const YEAR = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** What Vite puts into `assets/` bears the hash of its contents in its name. */
function setHeaders(response: ServerResponse, pathname: string): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  response.setHeader('cache-control', pathname.startsWith('/assets/') ? YEAR : ASK_EACH_TIME);
}

/** A place within a surface is answered with the page of the surface. */
const deepLinks: RequestHandler = (request, _response, next) => {
  const [, surface = '', ...place] = request.path.split('/');
  const isPlace = place.length > 0 && request.accepts(['json', 'html']) === 'html' && path.extname(request.path) === '';
  if (isPlace && SURFACES.includes(surface)) request.url = `/${surface}`;
  next();
};

/**
 * Serves the built pages, already compressed as they lie there. Call it before `listen`.
 *
 * Without ETag: sirv answers "not modified" before it sets our headers, and a browser would take over the policy of
 * data for the page that it kept. A page has 1 kB, and what is large is kept by its name.
 */
export function serveWebPages(app: NestExpressApplication, { WEB_DIR: dir }: Pick<Environment, 'WEB_DIR'>): void {
  if (!existsSync(path.join(dir, 'index.html'))) return;
  app.use(deepLinks, sirv(dir, { gzip: true, brotli: true, etag: false, setHeaders }));
}
