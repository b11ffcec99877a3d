import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { ApiClient } from '../../scripts/client/api-client.js';
import { type ApiExample } from './api-examples.js';

/** What stands in capitals in an example. */
const PLACEHOLDER = /^[A-Z_]{3,}$/;
const PATIENCE_MS = 20_000;

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

export interface ReaderOptions {
  readonly url: string;
  /** Has the pictures that examples upload. */
  readonly folder: string;
  /** What no answer gives: sign-ins, and what a browser or a device computes. */
  readonly computed: Readonly<Record<string, () => Promise<string> | string>>;
}

/** Whoever follows docs/api: runs each example as it is written, and remembers what answers gave. */
export class Reader {
  readonly known = new Map<string, string>();
  private readonly cookies = new Map<string, string>();

  constructor(private readonly options: ReaderOptions) {}

  async run(example: ApiExample, token: string | undefined, ends: (subscription: string) => boolean): Promise<void> {
    if (example.language === 'sh') return this.shell(example.code);
    const document = await this.filledIn(parse(example.code));
    const operation = operationOf(document);
    const ask = () =>
      operation.operation === OperationTypeNode.SUBSCRIPTION
        ? this.follow(document, token, ends(fieldOf(operation).name.value))
        : this.post(document, token);
    // Only what is asked again: something that a worker does may take a moment.
    const deadline = Date.now() + (operation.operation === OperationTypeNode.QUERY ? PATIENCE_MS : 0);
    for (;;) {
      const data = await ask();
      requireExpected(fieldOf(operation), data);
      if (this.remember(example, data) || Date.now() > deadline) break;
      await sleep(200);
    }
    for (const { name, path } of example.names) assert.ok(this.known.has(name), `${name}: no ${path.join('.')}`);
  }

  private remember({ names }: ApiExample, data: unknown): boolean {
    const found = names.map(({ name, path }) => [name, at(data, path)] as const);
    for (const [name, value] of found) if (value !== undefined) this.known.set(name, value);
    return found.every(([, value]) => value !== undefined);
  }

  private async valueOf(name: string): Promise<string> {
    if (name === 'UUID') return crypto.randomUUID();
    const value = this.options.computed[name]?.() ?? this.known.get(name);
    return (await value) ?? assert.fail(`${name} is in no answer before.`);
  }

  private async filledIn(document: DocumentNode): Promise<DocumentNode> {
    const values = new Map<string, string>();
    const names: string[] = [];
    visit(document, {
      StringValue: ({ value }) => {
        if (PLACEHOLDER.test(value)) names.push(value);
      },
    });
    for (const name of names) values.set(name, await this.valueOf(name));
    return visit(document, {
      StringValue: (node) => ({ ...node, value: values.get(node.value) ?? node.value }),
    });
  }

  private async post(document: DocumentNode, token: string | undefined): Promise<unknown> {
    const response = await fetch(`${this.options.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-presente-client': 'web',
        ...(token === undefined
          ? { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }
          : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: print(named(document)) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const { data, errors } = (await response.json()) as Answer;
    assert.equal(errors, undefined, JSON.stringify(errors));
    return data;
  }

  private async follow(document: DocumentNode, token: string | undefined, ends: boolean): Promise<unknown> {
    let last: unknown;
    for await (const data of new ApiClient(this.options.url, token).follow(print(document), {})) {
      last = data;
      if (!ends) break;
    }
    return last ?? assert.fail('The subscription said nothing.');
  }

  private async shell(code: string): Promise<void> {
    const names = [...new Set([...code.matchAll(/\$([A-Z_]+)/g)].map(([, name = '']) => name))];
    const values = await Promise.all(names.map(async (name) => [name, await this.valueOf(name)] as const));
    const env = { PATH: process.env['PATH'], ...Object.fromEntries(values) };
    await promisify(execFile)('sh', ['-c', code], { cwd: this.options.folder, env });
  }
}

const operationOf = (document: DocumentNode): OperationDefinitionNode =>
  document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) ?? assert.fail('no operation');

function fieldOf({ selectionSet }: OperationDefinitionNode): FieldNode {
  const [field] = selectionSet.selections;
  return field?.kind === Kind.FIELD ? field : assert.fail('no field');
}

/** With the name of what the field answers with. */
function named(document: DocumentNode): DocumentNode {
  const name: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  const withName = (set: SelectionSetNode | undefined) => set && { ...set, selections: [...set.selections, name] };
  const field = fieldOf(operationOf(document));
  return visit(document, {
    Field: (node) => (node === field ? { ...node, selectionSet: withName(node.selectionSet) } : undefined),
  });
}

/** Where several answers are possible, the first that the example names. */
function requireExpected(field: FieldNode, data: unknown): void {
  const first = field.selectionSet?.selections.find((one) => one.kind === Kind.INLINE_FRAGMENT);
  if (first?.typeCondition === undefined) return;
  const answer = (data as Record<string, unknown>)[field.name.value];
  assert.equal((answer as { __typename: string }).__typename, first.typeCondition.name.value, JSON.stringify(answer));
}

function at(data: unknown, path: readonly string[]): string | undefined {
  const value = path.reduce<unknown>((one, key) => (one as Record<string, unknown> | null | undefined)?.[key], data);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
