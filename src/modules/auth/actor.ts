import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Response } from 'express';
import { ForbiddenError } from '../../common/errors/domain-error.js';
import { type DeviceRole, type Role } from './permissions.js';

/** A person who signed in. */
export interface UserActor {
  readonly kind: 'user';
  readonly id: string;
  readonly roles: readonly Role[];
  /** Of the sign-in that the access token stands on. */
  readonly sessionId: string;
}

/** A kiosk, which proves its own key and works at one checkpoint. */
export interface DeviceActor {
  readonly kind: 'device';
  readonly id: string;
  readonly roles: readonly DeviceRole[];
  readonly checkpointId: string;
}

/** A person on the page of their own pass. */
export interface HolderActor {
  readonly kind: 'holder';
  /** Of the person. */
  readonly id: string;
  readonly sessionId: string;
}

/** Who is asking. */
export type Actor = UserActor | DeviceActor | HolderActor;

export interface AuthenticatedRequest {
  readonly headers: Record<string, string | string[] | undefined>;
  /** Of the client, as far as our proxies are trusted. */
  readonly ip?: string | undefined;
  user?: Actor;
  /** Where cookies are set; a socket has none. */
  readonly res?: Pick<Response, 'cookie' | 'clearCookie'>;
}

/** The request of a GraphQL operation; for a subscription, a stand-in with the headers that the client connected with. */
export const requestOf = (context: ExecutionContext): AuthenticatedRequest =>
  context.getType<'http' | 'graphql'>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ req: AuthenticatedRequest }>().req
    : context.switchToHttp().getRequest<AuthenticatedRequest>();

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { user } = requestOf(context);
  if (user === undefined) throw new Error('@CurrentActor() stands on an operation that anyone may call.');
  return user;
});

/** For what only users have: a session, a password, passkeys. Its operations ask for a permission that no device has. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserActor => {
  const { user } = requestOf(context);
  if (user?.kind !== 'user') throw new ForbiddenError();
  return user;
});

/** For operations that only a holder is allowed: whose page it is. */
export const CurrentHolder = createParamDecorator((_: unknown, context: ExecutionContext): HolderActor => {
  const { user } = requestOf(context);
  if (user?.kind !== 'holder') throw new Error('@CurrentHolder() stands on an operation that others may call.');
  return user;
});

export const CurrentRequest = createParamDecorator((_: unknown, context: ExecutionContext): AuthenticatedRequest =>
  requestOf(context),
);
