import { type IncomingMessage, type ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { type Environment } from '../../config/env.js';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;
type Directives = Record<string, string[]>;

/** For answers that are data: nothing in them may load, run or be framed. */
const DATA: Directives = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

const APOLLO_LANDING_PAGE = 'https://apollo-server-landing-page.cdn.apollographql.com';
const APOLLO_SANDBOX = 'https://embeddable-sandbox.cdn.apollographql.com';

/**
 * What Apollo Sandbox's landing page loads, and its calls to this server.
 *
 * 'unsafe-inline' opens nothing here: the page brings a policy of its own with a nonce for each answer, a browser
 * enforces both, and so runs inline only what carries that nonce.
 */
const SANDBOX: Directives = {
  ...DATA,
  scriptSrc: ["'unsafe-inline'", APOLLO_SANDBOX],
  styleSrc: ["'unsafe-inline'", 'https://fonts.googleapis.com'],
  fontSrc: ['https://fonts.gstatic.com'],
  imgSrc: [APOLLO_LANDING_PAGE],
  manifestSrc: [APOLLO_LANDING_PAGE],
  frameSrc: ['https://sandbox.embed.apollographql.com'],
  connectSrc: ["'self'"],
};

const helmetWith = (directives: Directives): Middleware =>
  helmet({ ...OPTIONS, contentSecurityPolicy: { useDefaults: false, directives } });

const OPTIONS: HelmetOptions = { xFrameOptions: { action: 'deny' } };

/** Security headers on every answer; Apollo Sandbox, where it is switched on, gets the policy that it loads under. */
export function securityHeaders({ SANDBOX: sandbox }: Pick<Environment, 'SANDBOX'>): RequestHandler {
  const forData = helmetWith(DATA);
  const forSandbox = helmetWith(SANDBOX);
  return (request, response, next) => {
    const isLandingPage = sandbox && request.method === 'GET' && request.path === '/graphql';
    (isLandingPage ? forSandbox : forData)(request, response, next);
  };
}
