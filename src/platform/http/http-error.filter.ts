import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { currentCorrelationId } from '../../common/context/request-context.js';
import { type ErrorCode, type ErrorDetails } from '../../common/errors/domain-error.js';
import { type Fault, faultOf } from '../../common/errors/fault.js';
import { endUnreadBody } from './closing.js';

/** The body of every HTTP answer that is not a success. */
export interface HttpErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
  /** What to look for in the logs. */
  readonly correlationId: string;
}

/** Whatever a route throws becomes one form of answer; stacks go to the log and nowhere else. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    // GraphQL answers by itself: formatGraphqlError.
    if (host.getType() !== 'http') throw thrown;
    const fault = faultOf(thrown);
    this.log(thrown, fault);
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    endUnreadBody(host.switchToHttp().getRequest<Request>(), response);
    answer(response, fault);
  }

  private log(thrown: unknown, { code, message, details }: Fault): void {
    if (code === 'INTERNAL') this.logger.error({ err: thrown }, 'request failed');
    else this.logger.debug({ code, details }, message);
  }
}

function answer(response: Response, { status, code, message, details }: Fault): void {
  const { retryAfterSeconds } = details;
  if (typeof retryAfterSeconds === 'number') response.setHeader('Retry-After', retryAfterSeconds);
  const body: HttpErrorBody = { code, message, details, correlationId: currentCorrelationId() };
  response.status(status).json(body);
}
