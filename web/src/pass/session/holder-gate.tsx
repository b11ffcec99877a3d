import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../parts/waiting';
import { type HolderSession } from './holder-session';
import { Welcome } from './welcome';

/** Milliseconds until a server that was not reached is asked again. */
const AGAIN = 2_000;

interface Props {
  readonly session: HolderSession;
  readonly children: ReactNode;
}

/** Shows what is inside to whoever opened the page with an invitation, and says to everybody else how to. */
export function HolderGate({ session, children }: Props) {
  const { t } = useTranslation();
  const state = useSyncExternalStore(session.subscribe, session.state);
  useGoingOn(session, state.status === 'unreachable');
  switch (state.status) {
    case 'in':
      return children;
    case 'out':
      return <Welcome key={state.why} session={session} why={state.why} />;
    case 'starting':
      return <Waiting />;
    case 'unreachable':
      return <Waiting text={t('unreachable')} />;
  }
}

function useGoingOn(session: HolderSession, isUnreachable: boolean): void {
  useEffect(() => {
    if (!isUnreachable) return;
    const goOn = () => void session.goOn();
    const timer = setInterval(goOn, AGAIN);
    addEventListener('online', goOn);
    return () => {
      clearInterval(timer);
      removeEventListener('online', goOn);
    };
  }, [session, isUnreachable]);
}
