/** SQL with the values of its `$1`, `$2`, … */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}
