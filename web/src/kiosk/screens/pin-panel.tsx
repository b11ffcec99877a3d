import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const LENGTH = { least: 6, most: 12 };

/** For fingers and for keyboards. What is typed is never shown. */
export function PinPanel({ onPin }: { readonly onPin: (pin: string) => void }) {
  const { t } = useTranslation('kiosk');
  const [pin, setPin] = useState('');
  const isLong = pin.length >= LENGTH.least;
  const type = (digit: string) => setPin((before) => (before + digit).slice(0, LENGTH.most));
  const remove = () => setPin((before) => before.slice(0, -1));
  useEffect(() => {
    const hear = ({ key }: KeyboardEvent) => {
      if (DIGITS.includes(key)) type(key);
      else if (key === 'Backspace') remove();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        onPin(pin);
      }}
    >
      <h1>{t('pin.title')}</h1>
      <p className="dots" role="status" aria-label={t('pin.typed', { count: pin.length })}>
        {'•'.repeat(pin.length) || '\u00a0'}
      </p>
      <div className="pad">
        {DIGITS.map((digit) => (
          <button key={digit} type="button" onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className="delete" onClick={remove}>
          {t('pin.delete')}
        </button>
        <button type="submit" className="main enter" disabled={!isLong}>
          {t('pin.enter')}
        </button>
      </div>
    </form>
  );
}
