/** One text in one compiled module that makes up a defence, and what stands in its place when it is switched off. */
export interface Cut {
  /** As under `dist/`, or a path in `node_modules`. */
  readonly module: string;
  readonly find: string;
  readonly put: string;
}
