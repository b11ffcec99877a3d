import { type DataSource, type EntityMetadata, type ObjectLiteral } from 'typeorm';
import { type Statement } from './statement.js';

type ColumnMetadata = EntityMetadata['columns'][number];

/** Values of columns by their property; null is for none. */
export type Criteria<Row> = { readonly [Property in keyof Row]?: Row[Property] };

/**
 * Reads and inserts rows of one entity by values of its columns: what `findOneBy` and `insert` do, without building a query
 * for each row, which takes TypeORM longer than PostgreSQL takes to answer. No relations, no conditions but equality.
 */
export class RowMapper<Row extends ObjectLiteral> {
  private readonly metadata: EntityMetadata;
  private readonly columns: string;
  private readonly table: string;

  constructor(
    private readonly dataSource: DataSource,
    entity: new () => Row,
  ) {
    this.metadata = dataSource.getMetadata(entity);
    this.columns = this.metadata.columns.map(quoted).join(', ');
    this.table = `"${this.metadata.tableName}"`;
  }

  /** @param lock such as `FOR SHARE` */
  selection(criteria: Criteria<Row>, lock = ''): Statement {
    const parameters: unknown[] = [];
    const conditions = Object.entries(criteria).map(([property, value]) => {
      const column = quoted(this.columnOf(property));
      return value === null ? `${column} IS NULL` : `${column} = $${parameters.push(value)}`;
    });
    const sql = `SELECT ${this.columns} FROM ${this.table} WHERE ${conditions.join(' AND ')} LIMIT 1 ${lock}`;
    return { sql, parameters };
  }

  /** Gives the row as it was inserted. @param values of its columns; those that are undefined get their defaults */
  insertion(values: Criteria<Row>): Statement {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    const columns = given.map(([property]) => this.columnOf(property));
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    const sql = `INSERT INTO ${this.table} (${columns.map(quoted).join(', ')}) VALUES (${places}) RETURNING ${this.columns}`;
    const persistent = given.map(([property, value]): unknown =>
      this.dataSource.driver.preparePersistentValue(value, this.columnOf(property)),
    );
    return { sql, parameters: persistent };
  }

  /** @param raw a row as the driver gives it */
  read(raw: Readonly<Record<string, unknown>>): Row {
    const row = this.metadata.create() as Row;
    for (const column of this.metadata.columns) {
      column.setEntityValue(row, this.dataSource.driver.prepareHydratedValue(raw[column.databaseName], column));
    }
    return row;
  }

  private columnOf(property: string): ColumnMetadata {
    const column = this.metadata.findColumnWithPropertyName(property);
    if (column === undefined) throw new Error(`${this.metadata.name} has no column for ${property}.`);
    return column;
  }
}

const quoted = ({ databaseName }: ColumnMetadata): string => `"${databaseName}"`;
