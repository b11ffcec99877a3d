import { useState } from 'react';

interface Draft {
  /** What stood there when somebody began to type. */
  readonly base: string;
  readonly text: string;
}

export interface Typed {
  /** Undefined when nobody types. */
  readonly draft: Draft | undefined;
  /** Whether somebody else changed meanwhile what is typed over. */
  readonly isOvertaken: boolean;
  /** @param text what to begin with; without, what stands there */
  readonly start: (text?: string) => void;
  readonly type: (text: string) => void;
  readonly stop: () => void;
  /** What stands there now is known, and is to be replaced. */
  readonly overrule: () => void;
}

/** What was typed and not saved outlives the dialog, until the page goes. */
const kept = new Map<string, Draft>();

/** What somebody types over a text that others may change meanwhile: neither is lost. @param key of this text alone */
export function useTyped(key: string, live: string): Typed {
  const [draft, setDraft] = useState(() => kept.get(key));
  const become = (next: Draft | undefined): void => {
    if (next === undefined || next.text === next.base) kept.delete(key);
    else kept.set(key, next);
    setDraft(next);
  };
  return {
    draft,
    isOvertaken: draft !== undefined && live !== draft.base && live !== draft.text,
    start: (text = live) => become({ base: live, text }),
    type: (text) => become({ base: draft?.base ?? live, text }),
    stop: () => become(undefined),
    overrule: () => {
      if (draft !== undefined) become({ base: live, text: draft.text });
    },
  };
}
