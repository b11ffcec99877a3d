import { useMemo } from 'react';
import { useQuery } from 'urql';
import { type ConsentTextsQuery } from '../graphql/graphql';
import { CONSENT_TEXTS } from './documents';

export type ConsentText = ConsentTextsQuery['consentTexts'][number];

/** Later versions are later in this order: `2026-2` before `2026-10`. */
const order = new Intl.Collator('en', { numeric: true });

/** The text in force, in each of its languages; none while it has not come. */
export function useConsentTexts() {
  const [{ data, error }, ask] = useQuery({ query: CONSENT_TEXTS });
  const texts = data?.consentTexts;
  const current = useMemo(() => {
    const newest = texts
      ?.map(({ version }) => version)
      .toSorted(order.compare)
      .at(-1);
    return texts?.filter(({ version }) => version === newest) ?? [];
  }, [texts]);
  return { texts: current, error, reload: ask };
}
