import { createContext, use, useSyncExternalStore } from 'react';
import { type SessionState, type SessionUser, type UserSession } from './user-session';

const SessionContext = createContext<UserSession | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

export function useSession(): UserSession {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('This page has no session.');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Who signed in. @throws Error outside of what is shown to signed-in users only */
export function useUser(): SessionUser {
  const state = useSessionState();
  if (state.status !== 'in') throw new Error('Nobody has signed in.');
  return state.user;
}
