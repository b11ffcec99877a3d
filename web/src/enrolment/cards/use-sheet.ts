import { useCallback, useState } from 'react';
import { type Client, CombinedError, useClient } from 'urql';
import { problemOf } from '../../shared/api/problem';
import { type CardHolderFragment } from '../graphql/graphql';
import { hasCard } from '../person/credential-state';
import { CARD_HOLDER, FIND_CARD_HOLDER } from './documents';
import { type IssuedCard } from './issued-card';
import { useIssueCard } from './use-issue-card';

export interface SheetRow {
  readonly holder: CardHolderFragment;
  /** They had one before this page issued any. */
  readonly hasCard: boolean;
  readonly card?: IssuedCard;
  readonly hasFailed?: boolean;
}

/** The people on the sheets: who they are, and the cards that were issued to them here. */
export function useSheet() {
  const client = useClient();
  const issueCard = useIssueCard();
  const [rows, setRows] = useState<readonly SheetRow[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError>();

  const change = (id: string, by: Partial<SheetRow>): void => {
    setRows((before) => before.map((row) => (row.holder.id === id ? { ...row, ...by } : row)));
  };

  /** One after the other, each once. @returns those that are not there */
  const collect = useCallback(
    async (asked: readonly string[], find: (client: Client, what: string) => Promise<SheetRow | CombinedError>) => {
      setBusy(true);
      setError(undefined);
      const missing: string[] = [];
      for (const what of asked) {
        const row = await find(client, what);
        if (!(row instanceof CombinedError)) setRows((before) => withRow(before, row));
        else if (problemOf(row) === 'NOT_FOUND') missing.push(what);
        else setError(row);
      }
      setBusy(false);
      return missing;
    },
    [client],
  );
  const add = useCallback((ids: readonly string[]) => collect(ids, findById), [collect]);

  return {
    rows,
    isBusy,
    error,
    add,
    addByNumber: (numbers: readonly string[]) => collect(numbers, findByNumber),
    remove: (id: string) => {
      setRows((before) => before.filter(({ holder }) => holder.id !== id));
    },
    /** Issues those that are missing. One after the other: a class is some seconds, and nobody else waits for it. */
    issue: async (expiresAt: string) => {
      setBusy(true);
      for (const { holder, card } of rows) {
        if (card !== undefined) continue;
        const answer = await issueCard(holder, expiresAt);
        change(holder.id, answer instanceof CombinedError ? { hasFailed: true } : { card: answer, hasFailed: false });
      }
      setBusy(false);
    },
  };
}

const withRow = (rows: readonly SheetRow[], row: SheetRow): readonly SheetRow[] =>
  rows.some(({ holder }) => holder.id === row.holder.id) ? rows : [...rows, row];

async function findById(client: Client, id: string): Promise<SheetRow | CombinedError> {
  const { data, error } = await client.query(CARD_HOLDER, { id }, { requestPolicy: 'network-only' });
  if (error !== undefined) return error;
  return { holder: data!.person, hasCard: hasCard(data!.credentials.nodes) };
}

async function findByNumber(client: Client, externalId: string): Promise<SheetRow | CombinedError> {
  const found = await client.query(FIND_CARD_HOLDER, { externalId }, { requestPolicy: 'network-only' });
  return found.error ?? findById(client, found.data!.personByExternalId.id);
}
