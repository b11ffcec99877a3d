import { type IncomingMessage, type ServerResponse } from 'node:http';
import { currentCorrelationId } from '../../common/context/request-context.js';
import { type OverloadedError } from '../../common/errors/domain-error.js';
import { type Pressure } from '../resilience/pressure.js';
import { type Sheds } from '../resilience/sheds.js';

/** What costs something. Health, metrics and pages are answered however much there is to do. */
const WORK = /^\/(graphql|captures)\b/;

/**
 * Turns requests away at the door when so many are in hand already, or those in hand wait for each other: before their body is read, with 503, `Retry-After` and
 * the error that clients know. In hand they would wait for each other, hold memory, and be answered when nobody waits any more.
 */
export class LoadShedder {
  private inHand = 0;

  constructor(
    private readonly most: number,
    private readonly sheds: Sheds,
    private readonly pressure: Pick<Pressure, 'isHigh'>,
  ) {}

  readonly middleware = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.method !== 'POST' || !WORK.test(request.url ?? '')) {
      next();
      return;
    }
    if (this.inHand >= this.most || (this.pressure.isHigh && isNew(request))) {
      refuse(request, response, this.sheds.refusal('requests'));
      return;
    }
    this.inHand++;
    response.once('close', () => this.inHand--);
    next();
  };
}

/** Whoever sends frames was let in before. */
const isNew = ({ url }: IncomingMessage): boolean => url?.startsWith('/captures') !== true;

function refuse(request: IncomingMessage, response: ServerResponse, error: OverloadedError): void {
  const { code, message, details } = error;
  const correlationId = currentCorrelationId();
  const body = request.url?.startsWith('/graphql')
    ? { errors: [{ message, extensions: { ...details, code, correlationId } }] }
    : { code, message, details, correlationId };
  // Whoever is turned away does not keep a connection that others need.
  response.writeHead(503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Retry-After': String(details['retryAfterSeconds']),
    Connection: 'close',
  });
  response.end(JSON.stringify(body));
}
