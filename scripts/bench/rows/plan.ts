/** A node of EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON): rows are the average of its loops. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How a statement came to the rows of one table. */
export interface Scan {
  readonly how: string;
  readonly table: string;
  /** Each time it was run, with those that it passed over. */
  readonly rowsRead: number;
  /** It went through the table from one end to the other, or until it had enough. */
  readonly whole: boolean;
}

/** Every scan of a table in a plan. */
export function scansOf(node: PlanNode): Scan[] {
  const below = (node.Plans ?? []).flatMap(scansOf);
  const table = node['Relation Name'];
  if (table === undefined || !node['Node Type'].endsWith('Scan')) return below;
  const index = node['Index Name'] ?? indexesBelow(node);
  const how = index === undefined ? node['Node Type'] : `${node['Node Type']} ${index}`;
  return [{ how, table, rowsRead: rowsRead(node), whole: node['Node Type'].includes('Seq Scan') }, ...below];
}

/** 8 kB pages that a statement looked at, from memory or from the disk. */
export const pagesOf = (node: PlanNode): number => (node['Shared Hit Blocks'] ?? 0) + (node['Shared Read Blocks'] ?? 0);

/** Of a bitmap heap scan: the index scans that made its bitmap. */
function indexesBelow(node: PlanNode): string | undefined {
  const names = (node.Plans ?? []).flatMap((child) => child['Index Name'] ?? indexesBelow(child) ?? []);
  return names.length === 0 ? undefined : names.join('+');
}

function rowsRead(node: PlanNode): number {
  return Math.round(
    (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0),
  );
}
