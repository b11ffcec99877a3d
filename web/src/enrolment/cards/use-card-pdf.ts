import { useState } from 'react';
import { offerDownload } from '../../shared/parts/offer-download';
import { type IssuedCard } from './issued-card';
import { useCardWords } from './use-card-words';

/** Makes a PDF of cards in this page and offers it for download: `card` has one a page, `sheet` ten on A4. */
export function useCardPdf() {
  const wordsOf = useCardWords();
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle');
  const download = async (cards: readonly IssuedCard[], form: 'card' | 'sheet'): Promise<void> => {
    setState('making');
    try {
      // With its font it is larger than the page: nobody loads it who prints nothing.
      const { makeCardPdf } = await import('./card-pdf');
      const pdf = await makeCardPdf(
        cards.map((card) => ({ card, words: wordsOf(card) })),
        form,
      );
      offerDownload(new Blob([pdf], { type: 'application/pdf' }), form === 'card' ? 'card.pdf' : 'cards.pdf');
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return { download, isMaking: state === 'making', hasFailed: state === 'failed' };
}
