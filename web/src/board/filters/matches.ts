/** As much of a card as a filter looks at. */
export interface Filterable {
  readonly id: string;
  readonly title: string;
  readonly labelIds: readonly string[];
  readonly assigneeIds: readonly string[];
  readonly dueAt: string | null;
  readonly review: {
    readonly reason: string;
    readonly checkpointName: string;
    readonly endedAt: string;
    readonly decision: string | null;
  } | null;
}

export type Due = 'TODAY' | 'OVERDUE';

/** What of the board is shown: what fits everything that is chosen. */
export interface Filter {
  readonly text: string;
  /** Cards whose title or description has the text, as the server knows them; undefined until it answered. */
  readonly found: ReadonlySet<string> | undefined;
  /** Reasons of validations that have the text, in the language of the page. */
  readonly reasons: ReadonlySet<string>;
  readonly mine: boolean;
  readonly due: Due | undefined;
  /** Only reviews that nobody has decided for ten minutes. */
  readonly waiting: boolean;
  readonly reviews: boolean;
  /** Any of these. */
  readonly labels: readonly string[];
  /** Any of these. */
  readonly assignees: readonly string[];
}

/** As long as somebody stands at a door. */
const WAITING_MS = 10 * 60_000;

/** The words to look for: nobody has to know where the accents are, or the capitals. As the server looks for them. */
export const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Whether `text` has every one of the words. */
export const says = (text: string, words: readonly string[]): boolean => {
  const said = plain(text);
  return words.every((word) => said.includes(word));
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Each answers yes where nothing is chosen. */
const TESTS: readonly ((card: Filterable, filter: Filter, me: string, now: number) => boolean)[] = [
  (card, { mine }, me) => !mine || card.assigneeIds.includes(me),
  ({ review }, { reviews }) => !reviews || review !== null,
  ({ review }, { waiting }, _, now) => !waiting || waits(review, now),
  ({ dueAt }, { due }, _, now) => due === undefined || isDue(dueAt, due, now),
  ({ labelIds }, { labels }) => labels.length === 0 || labels.some((id) => labelIds.includes(id)),
  ({ assigneeIds }, { assignees }) => assignees.length === 0 || assignees.some((id) => assigneeIds.includes(id)),
  // Last, for it takes longest.
  (card, filter) => filter.text === '' || hasText(card, filter),
];

/** @param me the user's id @param now milliseconds */
export const matches = (card: Filterable, filter: Filter, me: string, now: number): boolean =>
  TESTS.every((test) => test(card, filter, me, now));

/** Whether everything is shown. */
export const isEverything = ({ text, mine, due, waiting, reviews, labels, assignees }: Filter): boolean =>
  text === '' && !mine && !waiting && !reviews && due === undefined && labels.length + assignees.length === 0;

function hasText({ id, title, review }: Filterable, { text, found, reasons }: Filter): boolean {
  if (found?.has(id) === true || (review !== null && reasons.has(review.reason))) return true;
  return says(`${title} ${review?.checkpointName ?? ''}`, wordsOf(text));
}

const waits = (review: Filterable['review'], now: number): boolean =>
  review !== null && review.decision === null && now - Date.parse(review.endedAt) > WAITING_MS;

function isDue(dueAt: string | null, due: Due, now: number): boolean {
  if (dueAt === null) return false;
  if (due === 'OVERDUE') return Date.parse(dueAt) < now;
  return new Date(dueAt).toDateString() === new Date(now).toDateString();
}
