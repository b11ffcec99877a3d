import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { traced } from '../tracing/tracing.js';

/** A span around each field that can be called from outside, by the name that the schema gives it. */
@Injectable()
export class OperationTraceInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<'http' | 'graphql'>() !== 'graphql') return next.handle();
    const { operation, fieldName } = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    // It goes on for as long as somebody listens: no duration that says anything.
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return next.handle();
    return from(traced(`${operation.operation} ${fieldName}`, () => lastValueFrom(next.handle())));
  }
}
