import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KioskView } from '../visit/conductor';
import { type Outcome } from '../visit/outcome';
import { scenesOf } from '../visit/visit-state';
import { useOutcomeText } from './outcome-text';

/** Milliseconds between two things that a screen reader is given to say. */
const APART = 2_000;

/** What is seen, for who does not see it. A result interrupts, the rest waits its turn. */
export function Announcer({ view }: { readonly view: KioskView }) {
  const polite = useSeldom(usePoliteText(view));
  const { screen } = view.state;
  return (
    <>
      <p className="unseen" aria-live="polite">
        {polite}
      </p>
      <div className="unseen" aria-live="assertive">
        {screen.at === 'result' && <Told outcome={screen.outcome} />}
      </div>
    </>
  );
}

function Told({ outcome }: { readonly outcome: Outcome }) {
  const { title, body } = useOutcomeText(outcome);
  return `${title}. ${body}`;
}

function usePoliteText({ state: { screen }, hint }: KioskView): string {
  const { t } = useTranslation('kiosk');
  switch (screen.at) {
    case 'idle':
      return t('idle.title');
    case 'framing':
      return hint === undefined ? t('framing.title') : t(`hints.${hint}`);
    case 'acting':
      return t(`scenes.${scenesOf(screen.steps)[screen.scene] ?? 'STRAIGHT'}`);
    case 'pin':
      return t('pin.title');
    default:
      return '';
  }
}

/** The latest text, at most every two seconds. */
function useSeldom(text: string): string {
  const [told, setTold] = useState({ text, at: -Infinity });
  useEffect(() => {
    const wait = Math.max(0, told.at + APART - performance.now());
    const timer = setTimeout(() => {
      if (told.text !== text) setTold({ text, at: performance.now() });
    }, wait);
    return () => clearTimeout(timer);
  }, [text, told]);
  return told.text;
}
