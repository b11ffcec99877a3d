import { type CombinedError } from 'urql';
import { Store } from './store';

/** Lists come newest first; ids grow with time, and none stands twice. */
export interface Identified {
  readonly id: string;
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export type PageAnswer<Node> = { readonly page: Page<Node> } | { readonly error: CombinedError };

export interface ListState<Node> {
  readonly nodes: readonly Node[];
  readonly isLoading: boolean;
  readonly error: CombinedError | undefined;
  readonly hasMore: boolean;
}

/** What was loaded of a list that comes by pages, and what changed in it since. */
export class PagedList<Node extends Identified> {
  private readonly store = new Store<ListState<Node>>({
    nodes: [],
    isLoading: true,
    error: undefined,
    hasMore: false,
  });
  private cursor: string | null = null;
  /** Counts loads: an answer that was overtaken is dropped. */
  private load = 0;
  private readonly late: { readonly changed: readonly Node[]; readonly belongs: (node: Node) => boolean }[] = [];

  /** @param ask for the page after a cursor @param order whether one node stands before another */
  constructor(
    private readonly ask: (after: string | null) => Promise<PageAnswer<Node>>,
    private readonly order: (a: Node, b: Node) => boolean = (a, b) => a.id > b.id,
  ) {}

  readonly state = this.store.get;

  /** The first who listens has it loaded. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.load === 0) void this.reload();
    return this.store.subscribe(listener);
  };

  readonly reload = (): Promise<void> => this.fetch(null);

  readonly more = (): Promise<void> => this.fetch(this.cursor);

  /** Nodes as they are now; those that do not belong here any more leave. */
  readonly put = (changed: readonly Node[], belongs: (node: Node) => boolean = () => true): void => {
    // The answer that is on its way may be older than this.
    if (this.now.isLoading) this.late.push({ changed, belongs });
    let nodes = this.now.nodes;
    for (const node of changed) {
      const isKnown = nodes.some(({ id }) => id === node.id);
      if (!belongs(node)) nodes = nodes.filter(({ id }) => id !== node.id);
      else if (isKnown) nodes = nodes.map((old) => (old.id === node.id ? node : old));
      else nodes = this.insert(nodes, node);
    }
    this.become({ nodes });
  };

  /** What is older than all that was loaded comes with its page. */
  private insert(nodes: readonly Node[], node: Node): readonly Node[] {
    const place = nodes.findIndex((other) => this.order(node, other));
    if (place >= 0) return [...nodes.slice(0, place), node, ...nodes.slice(place)];
    return this.now.hasMore ? nodes : [...nodes, node];
  }

  private async fetch(after: string | null): Promise<void> {
    const load = ++this.load;
    this.become({ isLoading: true, error: undefined });
    const answer = await this.ask(after);
    if (load !== this.load) return;
    if ('error' in answer) {
      this.become({ isLoading: false, error: answer.error });
      return;
    }
    const { nodes, pageInfo } = answer.page;
    this.cursor = pageInfo.endCursor ?? null;
    const known = after === null ? [] : this.now.nodes;
    this.become({ nodes: [...known, ...nodes], isLoading: false, hasMore: pageInfo.hasNextPage });
    for (const { changed, belongs } of this.late.splice(0)) this.put(changed, belongs);
  }

  private get now(): ListState<Node> {
    return this.store.get();
  }

  private become(change: Partial<ListState<Node>>): void {
    this.store.set({ ...this.now, ...change });
  }
}
