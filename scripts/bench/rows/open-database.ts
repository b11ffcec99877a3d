import { AbstractLogger, DataSource } from 'typeorm';
import { entities } from '../../../src/entities.js';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { Database } from '../../../src/platform/database/database.js';
import { type PlanNode } from './plan.js';

/** A statement as the product sent it, or one that a trigger or a constraint ran for it, and how it was executed. */
export interface Executed {
  readonly sql: string;
  readonly plan: PlanNode;
}

export interface OpenedDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** auto_explain tells every statement of the session with its plan, as a notice to the client. */
const EXPLAINED = Object.entries({
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
}).map(([name, value]) => `-c ${name}=${value}`);

interface Wanted {
  readonly connections?: number;
  /** Gets the plan of every statement, in sessions that explain them. */
  readonly executed?: (statement: Executed) => void;
}

/** The product's own door. */
export async function openDatabase(url: string, { connections = 1, executed }: Wanted = {}): Promise<OpenedDatabase> {
  // TypeORM listens for notices on the first connection of a pool only: that one must stay.
  const explained = executed && {
    logNotifications: true,
    logger: new NoticeReader(executed),
    extra: { options: EXPLAINED.join(' '), idleTimeoutMillis: 0 },
  };
  const options = dataSourceOptions({ DATABASE_URL: url, DATABASE_POOL: connections }, 'presente-bench');
  const dataSource = await new DataSource({ ...options, ...explained, entities }).initialize();
  return { database: new Database(dataSource), close: () => dataSource.destroy() };
}

/** TypeORM hands notices to the logger. */
class NoticeReader extends AbstractLogger {
  constructor(private readonly executed: (statement: Executed) => void) {
    super(['info']);
  }

  override log(_: 'log' | 'info' | 'warn', message: unknown): void {
    const [, json] = String(message).split(/plan:\n/);
    if (json === undefined) return;
    const { Plan: plan, 'Query Text': sql } = JSON.parse(json) as { Plan: PlanNode; 'Query Text': string };
    this.executed({ sql, plan });
  }

  protected override writeLog(): void {
    // Nothing else is of interest.
  }
}
