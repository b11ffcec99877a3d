import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../screens/picture';
import { Plain } from '../screens/plain';
import { type DeviceSession, type PairingAnswer, type TriedCode } from './device-session';

interface Props {
  readonly session: DeviceSession;
  /** It was a kiosk until the server said no. */
  readonly isCutOff: boolean;
  readonly tried: TriedCode | undefined;
}

/** Makes this browser a kiosk, with a code that somebody reads off the administration. */
export function PairingScreen({ session, isCutOff, tried }: Props) {
  const { t } = useTranslation('kiosk');
  const [code, setCode] = useState(tried?.code ?? '');
  const [answer, setAnswer] = useState<PairingAnswer | undefined>(tried?.answer);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setAnswer(await session.pair(code));
    setBusy(false);
  };
  return (
    <Plain
      panel={
        <form className="panel" onSubmit={submit}>
          <Picture name={isCutOff ? 'cutOff' : 'pair'} />
          <h1>{t(isCutOff ? 'pairing.cutOff' : 'pairing.title')}</h1>
          <p>
            {isCutOff && `${t('pairing.cutOffBody')} `}
            {t('pairing.body')}
          </p>
          <label>
            {t('pairing.code')}
            <input
              value={code}
              onChange={(event) => setCode(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              required
            />
          </label>
          <button type="submit" className="main" disabled={isBusy}>
            {t('pairing.submit')}
          </button>
          <p role="alert">{answer && <Refusal answer={answer} />}</p>
        </form>
      }
    />
  );
}

function Refusal({ answer }: { readonly answer: PairingAnswer }) {
  const { t } = useTranslation('kiosk');
  switch (answer.kind) {
    case 'paired':
      return null;
    case 'throttled':
      return t('pairing.throttled', { seconds: answer.seconds });
    case 'refused':
    case 'unreachable':
      return t(`pairing.${answer.kind}`);
  }
}
