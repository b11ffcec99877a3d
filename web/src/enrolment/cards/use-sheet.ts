import pMap from 'p-map';
import { useCallback, useState } from 'react';
import { type Client, CombinedError, useClient } from 'urql';
import { type ProblemCode, problemOf } from '../../shared/api/problem';
import { type CardHolderFragment } from '../graphql/graphql';
import { hasCard } from '../person/credential-state';
import { CARD_HOLDER, FIND_CARD_HOLDER } from './documents';
import { type IssuedCard } from './issued-card';
import { SHEET_LIMIT } from './sheet-limit';
import { useIssueCard } from './use-issue-card';

export interface SheetRow {
  readonly holder: CardHolderFragment;
  /** They had one before this page issued any. */
  readonly hasCard: boolean;
  readonly card?: IssuedCard;
  /** Why none was issued, when it was tried. */
  readonly failure?: ProblemCode | undefined;
}

type Found = SheetRow | CombinedError;
type Find = (asked: string) => Promise<Found>;

/** Requests under way at once: a class is done in a few seconds, and none of them waits in line for a connection of the server. */
const AT_ONCE = { concurrency: 3 } as const;

/** The people on the sheets: who they are, and the cards that were issued to them here. */
export function useSheet() {
  const client = useClient();
  const issueCard = useIssueCard();
  const [rows, setRows] = useState<readonly SheetRow[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const [isTooMany, setTooMany] = useState(false);

  const change = (id: string, by: Partial<SheetRow>): void => {
    setRows((before) => before.map((row) => (row.holder.id === id ? { ...row, ...by } : row)));
  };

  /** In the order in which they are asked for, each once. @returns those that are not there */
  const collect = useCallback(async (asked: readonly string[], room: number, find: Find) => {
    setBusy(true);
    setError(undefined);
    setTooMany(asked.length > room);
    const fitting = asked.slice(0, room);
    const answers = await pMap(fitting, find, AT_ONCE);
    setRows((before) => answers.reduce(withRow, before));
    setError(
      answers.find((answer) => answer instanceof CombinedError && !isMissing(answer)) as CombinedError | undefined,
    );
    setBusy(false);
    return fitting.filter((_, index) => isMissing(answers[index]));
  }, []);
  const add = useCallback(
    (ids: readonly string[]) => collect(ids, SHEET_LIMIT, (id) => findById(client, id)),
    [client, collect],
  );

  return {
    rows,
    isBusy,
    error,
    /** Not all that were asked for last fit. */
    isTooMany,
    add,
    addByNumber: (numbers: readonly string[]) =>
      collect(numbers, SHEET_LIMIT - rows.length, (number) => findByNumber(client, number)),
    remove: (id: string) => {
      setRows((before) => before.filter(({ holder }) => holder.id !== id));
    },
    /** Issues those that are missing. */
    issue: async (expiresAt: string) => {
      setBusy(true);
      const open = rows.filter(({ card }) => card === undefined);
      await pMap(
        open,
        async ({ holder }) => {
          const answer = await issueCard(holder, expiresAt);
          const isIssued = !(answer instanceof CombinedError);
          change(holder.id, isIssued ? { card: answer, failure: undefined } : { failure: problemOf(answer) });
        },
        AT_ONCE,
      );
      setBusy(false);
    },
  };
}

const isMissing = (answer: unknown): boolean => answer instanceof CombinedError && problemOf(answer) === 'NOT_FOUND';

const withRow = (rows: readonly SheetRow[], row: Found): readonly SheetRow[] =>
  row instanceof CombinedError || rows.some(({ holder }) => holder.id === row.holder.id) ? rows : [...rows, row];

async function findById(client: Client, id: string): Promise<Found> {
  const { data, error } = await client.query(CARD_HOLDER, { id }, { requestPolicy: 'network-only' });
  if (error !== undefined) return error;
  return { holder: data!.person, hasCard: hasCard(data!.credentials.nodes) };
}

async function findByNumber(client: Client, externalId: string): Promise<Found> {
  const found = await client.query(FIND_CARD_HOLDER, { externalId }, { requestPolicy: 'network-only' });
  return found.error ?? findById(client, found.data!.personByExternalId.id);
}
