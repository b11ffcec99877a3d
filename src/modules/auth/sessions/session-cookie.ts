import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { CookieOptions } from 'express';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { type AuthenticatedRequest } from '../actor.js';
import { isRefreshToken } from './refresh-tokens.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Where a browser keeps the refresh token: no script reads it, no other site sends it, nothing but GraphQL gets it. */
@Injectable()
export class SessionCookie {
  protected readonly name: string = 'presente-refresh';
  private readonly inDevelopment: boolean;

  constructor(@Inject(ENVIRONMENT) env: Environment) {
    this.inDevelopment = env.NODE_ENV === 'development';
  }

  /** @returns undefined without one, and over a socket, where none could be set in return */
  read(request: AuthenticatedRequest): string | undefined {
    const { cookie } = request.headers;
    if (typeof cookie !== 'string' || request.res === undefined) return undefined;
    const token = parseCookie(cookie)[this.nameFor(request)];
    return token !== undefined && isRefreshToken(token) ? token : undefined;
  }

  write(request: AuthenticatedRequest, token: string, goodUntil: Date): void {
    const maxAge = Math.max(0, goodUntil.getTime() - Date.now());
    request.res?.cookie(this.nameFor(request), token, { ...this.optionsFor(request), maxAge });
  }

  clear(request: AuthenticatedRequest): void {
    request.res?.clearCookie(this.nameFor(request), this.optionsFor(request));
  }

  /** A browser takes a name with this prefix over https only. `__Host-` would be for every path, and this one is not. */
  private nameFor(request: AuthenticatedRequest): string {
    return this.isPlain(request) ? this.name : `__Secure-${this.name}`;
  }

  private optionsFor(request: AuthenticatedRequest): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', secure: !this.isPlain(request), path: '/graphql' };
  }

  /** On the developer's own machine, without https. */
  private isPlain({ headers }: AuthenticatedRequest): boolean {
    return this.inDevelopment && LOOPBACK.test(String(headers['host']));
  }
}
