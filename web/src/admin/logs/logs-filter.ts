import { type LogFilter, type LogLevel, type LogService } from '../graphql/graphql';
import { momentOf } from '../parts/moment-of';

export interface LogsFilter {
  readonly level: LogLevel | null;
  readonly service: LogService | null;
  readonly text: string;
  readonly correlationId: string;
  readonly operation: string;
  /** Of the clock on the wall, as a field for date and time holds it: `2026-03-01T08:00`; empty for none. */
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: LogsFilter = {
  level: null,
  service: null,
  text: '',
  correlationId: '',
  operation: '',
  from: '',
  to: '',
};

export const isCorrelationId = (text: string): boolean => /^[\w.-]{8,64}$/.test(text);

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the server is asked for; an id that is none yet is left out. */
export const askedOf = ({ level, service, text, correlationId, operation, from, to }: LogsFilter): LogFilter => ({
  levelAtLeast: level,
  service,
  text: given(text),
  correlationId: isCorrelationId(correlationId) ? correlationId : null,
  operation: given(operation),
  from: momentOf(from),
  to: momentOf(to),
});
