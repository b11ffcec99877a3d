import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { type Page, type PageArgs, toPage } from '../../common/graphql/connection.js';

/** One page of `query`, newest first, by id (UUIDv7): as fast on the last page as on the first. */
export async function keysetPage<Row extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<Row>,
  { first, after }: PageArgs,
): Promise<Page<Row>> {
  const { alias } = query;
  if (after !== undefined && after !== null) query.andWhere(`${alias}.id < :after`, { after });
  const rows = await query
    .orderBy(`${alias}.id`, 'DESC')
    .take(first + 1)
    .getMany();
  return toPage(rows, first);
}
