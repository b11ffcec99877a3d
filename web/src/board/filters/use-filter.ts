import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useSearch, useSearchParams } from 'wouter';
import { reasons as reasonsEs } from '../../shared/i18n/reasons.es';
import { type ValidationReason } from '../graphql/graphql';
import { useBoard } from '../store/board-store';
import { type Chosen, chosenOf, paramsOf } from './address';
import { CARDS_MATCHING } from './documents';
import { type Filter, says, wordsOf } from './matches';

/** The server takes no longer one. */
export const MAX_TEXT = 100;
/** Descriptions may have changed with the board. */
const AGAIN_MS = 500;

const REASONS = Object.keys(reasonsEs.validation) as ValidationReason[];

/** The filter of the address. The same one until it changes. */
export function useFilter(): Filter {
  const search = useSearch();
  const chosen = useMemo(() => chosenOf(new URLSearchParams(search)), [search]);
  const found = useFound(chosen.text);
  const reasons = useReasonsWith(chosen.text);
  return useMemo(() => ({ ...chosen, found, reasons }), [chosen, found, reasons]);
}

/** Changes the filter of the address; no step of the browser's history, so that Back leaves the board. */
export function useChoose(): (change: (chosen: Chosen) => Chosen) => void {
  const [, setParams] = useSearchParams();
  return (change) => {
    setParams((params) => paramsOf(change(chosenOf(params))), { replace: true });
  };
}

/** What the server finds: a board does not know what descriptions say. */
function useFound(text: string): ReadonlySet<string> | undefined {
  const { board, cards } = useBoard();
  const isPaused = text.trim() === '';
  const asked = text.slice(0, MAX_TEXT);
  const [{ data, operation }, ask] = useQuery({
    query: CARDS_MATCHING,
    variables: { boardId: board.id, text: asked },
    requestPolicy: 'cache-and-network',
    pause: isPaused,
  });
  useEffect(() => {
    if (isPaused) return;
    const timer = setTimeout(() => {
      ask({ requestPolicy: 'network-only' });
    }, AGAIN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [cards, isPaused, ask]);
  // Until the server has answered, the answer is that of what was asked before.
  const isAnswer = !isPaused && operation?.variables.text === asked;
  return useMemo(() => (isAnswer ? new Set(data?.cardsMatching) : undefined), [data, isAnswer]);
}

/** Cards that opened by themselves are called after these. */
function useReasonsWith(text: string): ReadonlySet<string> {
  const { t } = useTranslation('reasons');
  return useMemo(() => {
    const words = wordsOf(text);
    return new Set(words.length === 0 ? [] : REASONS.filter((reason) => says(t(`validation.${reason}.title`), words)));
  }, [text, t]);
}
