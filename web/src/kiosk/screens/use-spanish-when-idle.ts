import { useEffect } from 'react';
import { chooseLanguage } from '../../shared/i18n/start-i18n';
import { TIMES } from '../visit/visit-state';

/** Who comes next finds the kiosk as everybody does. Whoever has just chosen a language keeps it while they are there. */
export function useSpanishWhenIdle(isIdle: boolean): void {
  useEffect(() => {
    if (!isIdle) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => chooseLanguage('es'), TIMES.abandoned);
    };
    wait();
    addEventListener('pointerdown', wait);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerdown', wait);
    };
  }, [isIdle]);
}
