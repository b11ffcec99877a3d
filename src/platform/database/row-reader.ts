import { type DataSource, type EntityMetadata, type ObjectLiteral } from 'typeorm';

/** Values of columns by their property; null is for none. */
export type Criteria<Row> = { readonly [Property in keyof Row]?: Row[Property] };

/**
 * Reads rows of one entity by values of its columns: what `findOneBy` does, with the statement built once and not for
 * each row, which takes TypeORM longer than PostgreSQL takes to answer. No relations, no conditions but equality.
 */
export class RowReader<Row extends ObjectLiteral> {
  private readonly metadata: EntityMetadata;
  private readonly select: string;

  constructor(
    private readonly dataSource: DataSource,
    entity: new () => Row,
  ) {
    this.metadata = dataSource.getMetadata(entity);
    const columns = this.metadata.columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
    this.select = `SELECT ${columns} FROM "${this.metadata.tableName}"`;
  }

  /** @param lock such as `FOR SHARE` */
  statement(criteria: Criteria<Row>, lock = ''): { readonly sql: string; readonly parameters: unknown[] } {
    const parameters: unknown[] = [];
    const conditions = Object.entries(criteria).map(([property, value]) => {
      const column = this.metadata.findColumnWithPropertyName(property);
      if (column === undefined) throw new Error(`${this.metadata.name} has no column for ${property}.`);
      if (value === null) return `"${column.databaseName}" IS NULL`;
      return `"${column.databaseName}" = $${parameters.push(value)}`;
    });
    return { sql: `${this.select} WHERE ${conditions.join(' AND ')} LIMIT 1 ${lock}`, parameters };
  }

  /** @param raw a row as the driver gives it */
  read(raw: Readonly<Record<string, unknown>>): Row {
    const row = this.metadata.create() as Row;
    for (const column of this.metadata.columns) {
      column.setEntityValue(row, this.dataSource.driver.prepareHydratedValue(raw[column.databaseName], column));
    }
    return row;
  }
}
