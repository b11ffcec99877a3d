import { type SaidFragment } from '../../graphql/graphql';

export type ChecklistState = SaidFragment['checklists'][number];
export type ItemState = ChecklistState['items'][number];

/** As they are sent: what has no id is new. */
export interface SentItem {
  readonly id?: string;
  readonly text: string;
  readonly done: boolean;
}
export interface SentChecklist {
  readonly id?: string;
  readonly title: string;
  readonly items: SentItem[];
}

/** Makes a change on checklists as they are; CONFLICT where what it is about says something else by now. */
export type ChecklistChange = (checklists: readonly ChecklistState[]) => SentChecklist[] | 'CONFLICT';

/** On the items of one list. A list that is gone stays gone. */
const inList =
  (listId: string, change: (items: ItemState[]) => SentItem[] | 'CONFLICT'): ChecklistChange =>
  (lists) => {
    const list = lists.find(({ id }) => id === listId);
    const items = list === undefined ? [] : change([...list.items]);
    return items === 'CONFLICT' ? items : lists.map((other) => (other === list ? { ...other, items } : other));
  };

export const addList =
  (title: string): ChecklistChange =>
  (lists) => [...lists, { title, items: [] }];

export const renameList =
  (listId: string, title: string, base: string): ChecklistChange =>
  (lists) =>
    lists.some(({ id, title: now }) => id === listId && now !== base)
      ? 'CONFLICT'
      : lists.map((list) => (list.id === listId ? { ...list, title } : list));

export const removeList =
  (listId: string): ChecklistChange =>
  (lists) =>
    lists.filter(({ id }) => id !== listId);

export const addItem = (listId: string, text: string): ChecklistChange =>
  inList(listId, (items) => [...items, { text, done: false }]);

/** An item that somebody removed meanwhile is there again: what was typed is not lost. */
export const renameItem = (listId: string, itemId: string, text: string, base: string): ChecklistChange =>
  inList(listId, (items) => {
    const now = items.find(({ id }) => id === itemId);
    if (now === undefined) return [...items, { text, done: false }];
    return now.text === base ? items.map((item) => (item === now ? { ...item, text } : item)) : 'CONFLICT';
  });

export const removeItem = (listId: string, itemId: string): ChecklistChange =>
  inList(listId, (items) => items.filter(({ id }) => id !== itemId));

/** @param by -1 up, 1 down */
export const moveItem = (listId: string, itemId: string, by: -1 | 1): ChecklistChange =>
  inList(listId, (items) => {
    const from = items.findIndex(({ id }) => id === itemId);
    const to = from + by;
    if (from === -1 || to < 0 || to >= items.length) return items;
    const [item] = items.splice(from, 1);
    return items.toSpliced(to, 0, item!);
  });
