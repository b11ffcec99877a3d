import assert from 'node:assert/strict';
import { type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Query, Resolver } from '@nestjs/graphql';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ConfigModule } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { GraphqlModule } from '../graphql/graphql.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { configureHttp } from './configure-http.js';

@Resolver()
class Greeter {
  @Query(() => String)
  greeting(): string {
    return 'hello';
  }
}

async function serve(settings: Partial<Environment>): Promise<{ app: NestExpressApplication; url: string }> {
  const defaults = { NODE_ENV: 'test', SANDBOX: true, CORS_ORIGINS: [], TRUST_PROXY: 0 };
  const env = { ...defaults, ...settings } as unknown as Environment;
  @Module({ imports: [ConfigModule.forRoot(env), TelemetryModule, GraphqlModule], providers: [Greeter] })
  class App {}
  const app = await NestFactory.create<NestExpressApplication>(App, { logger: false });
  configureHttp(app, env);
  await app.listen(0, '127.0.0.1');
  return { app, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
}

/** Directive → sources, of a policy's text. */
const parsePolicy = (policy: string): Map<string, string[]> =>
  new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );

const originsIn = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, url = '']) => new URL(url).origin);

describe('security headers', () => {
  let app: NestExpressApplication;
  let url: string;
  before(async () => ({ app, url } = await serve({})));
  after(() => app.close());

  const landingPage = async (base = url) => fetch(`${base}/graphql`, { headers: { accept: 'text/html' } });

  const policies = async () => {
    const response = await landingPage();
    const html = await response.text();
    const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    return { html, ours: parsePolicy(response.headers.get('content-security-policy') ?? ''), theirs: parsePolicy(own) };
  };

  it('lets nothing load from an answer that is data', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ greeting }' }),
    });
    assert.deepEqual(await response.json(), { data: { greeting: 'hello' } });
    const policy = parsePolicy(response.headers.get('content-security-policy') ?? '');
    assert.deepEqual(policy.get('default-src'), ["'none'"]);
    assert.equal(policy.has('script-src'), false);
    assert.deepEqual(policy.get('frame-ancestors'), ["'none'"]);
  });

  it('sends the usual headers and never says what it is built with', async () => {
    for (const path of ['/graphql', '/nowhere']) {
      const { headers } = await fetch(url + path);
      assert.equal(headers.get('x-powered-by'), null);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/);
    }
  });

  it('covers every host that the served Sandbox page loads from', async () => {
    const { html, ours } = await policies();
    const loads: Record<string, string[]> = {
      'script-src': originsIn(html, /<script[^>]*\ssrc="([^"]+)"/g),
      'style-src': originsIn(html, /<link\s+href="([^"]+)"\s+rel="stylesheet"/g),
      'img-src': originsIn(html, /<link\s+rel="(?:icon|apple-touch-icon)"\s+href="([^"]+)"/g),
      'manifest-src': originsIn(html, /<link\s+rel="manifest"\s+href="([^"]+)"/g),
      'font-src': originsIn(html, /<link rel="preconnect" href="([^"]+)"/g),
    };
    for (const [directive, origins] of Object.entries(loads)) {
      assert.ok(origins.length > 0, `the page loads nothing by ${directive}: has Apollo changed it?`);
      for (const origin of origins) assert.ok(ours.get(directive)?.includes(origin), `${directive} lacks ${origin}`);
    }
    const seen = new Set(Object.values(loads).flat());
    for (const origin of originsIn(html, /(?:src|href)="(https?:[^"]+)"/g)) {
      assert.ok(seen.has(origin), `${origin} is loaded in a way this test does not know`);
    }
  });

  it("frames no more than the page's own policy allows, and lets it call this server", async () => {
    const { ours, theirs } = await policies();
    const frames = ours.get('frame-src') ?? [];
    assert.ok(frames.length > 0);
    for (const frame of frames) assert.ok(theirs.get('frame-src')?.includes(frame), `${frame} is not asked for`);
    assert.deepEqual(ours.get('connect-src'), ["'self'"]);
  });

  it("runs the page's inline scripts and styles, whose nonce its own policy demands of every other too", async () => {
    const { html, ours, theirs } = await policies();
    const inline = [...html.matchAll(/<(?:script|style)\b[^>]*>/g)].map(([tag]) => tag);
    assert.ok(inline.length >= 3);
    for (const directive of ['script-src', 'style-src']) {
      const demanded = theirs.get(directive) ?? [];
      const nonce = demanded.find((source) => source.startsWith("'nonce-"))?.slice("'nonce-".length, -1);
      assert.ok(nonce !== undefined && !demanded.includes("'unsafe-inline'"));
      for (const tag of inline) assert.match(tag, new RegExp(`nonce="?${nonce}`));
      assert.ok(ours.get(directive)?.includes("'unsafe-inline'"));
    }
  });

  it('keeps the strict policy where Sandbox is switched off', async () => {
    const production = await serve({ SANDBOX: false });
    try {
      const { headers } = await landingPage(production.url);
      assert.equal(parsePolicy(headers.get('content-security-policy') ?? '').has('script-src'), false);
    } finally {
      await production.app.close();
    }
  });

  it('lets no other origin read an answer, unless it is on the list', async () => {
    const listed = await serve({ CORS_ORIGINS: ['https://kiosk.example'] });
    try {
      const allowed = async (base: string, origin: string) =>
        (await fetch(`${base}/graphql`, { headers: { origin } })).headers.get('access-control-allow-origin');
      assert.equal(await allowed(url, 'https://kiosk.example'), null);
      assert.equal(await allowed(listed.url, 'https://kiosk.example'), 'https://kiosk.example');
      assert.equal(await allowed(listed.url, 'https://elsewhere.example'), null);
    } finally {
      await listed.app.close();
    }
  });
});
