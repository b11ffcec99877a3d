import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import { map, type Observable } from 'rxjs';
import { requestOf } from '../actor.js';
import { ALLOWED } from '../allow.decorator.js';
import { type Permission } from '../permissions.js';
import { cutOff } from './cut-off.js';
import { Standing } from './standing.js';

/** Stands around every subscription, so that none can forget to end when its subscriber's access does. */
@Injectable()
export class CutOffInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly standing: Standing,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user } = requestOf(context);
    if (user === undefined || !isSubscription(context)) return next.handle();
    const permission = this.reflector.get<Permission | undefined>(ALLOWED, context.getHandler());
    return next
      .handle()
      .pipe(
        map((rows: AsyncGenerator<unknown, void>) =>
          cutOff(rows, (signal) => this.standing.watch(user, permission, signal)),
        ),
      );
  }
}

const isSubscription = (context: ExecutionContext): boolean =>
  context.getType<'http' | 'graphql'>() === 'graphql' &&
  GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>().operation.operation ===
    OperationTypeNode.SUBSCRIPTION;
