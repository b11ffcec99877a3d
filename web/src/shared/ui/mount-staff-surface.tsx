import '@mantine/notifications/styles.css';
import { ModalsProvider } from '@mantine/modals';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Router } from 'wouter';
import { createGraphqlClient } from '../api/client';
import { Connection } from '../api/connection';
import { Patience } from '../api/patience';
import { ConnectionProvider } from '../api/connection-context';
import { type Role } from '../graphql/graphql';
import { SessionGate } from '../session/session-gate';
import { SessionProvider } from '../session/session-context';
import { UserSession } from '../session/user-session';
import { BusyHint } from './busy-hint';
import { Themed } from './themed';
import { Toasts } from './toasts';

interface Surface {
  /** Where the API serves it, such as `/admin`. */
  readonly base: string;
  readonly roles: readonly Role[];
  readonly children: ReactNode;
}

/** Draws a surface for people who sign in. Call `startI18n` before. */
export function mountStaffSurface({ base, roles, children }: Surface): void {
  const session = new UserSession();
  const connection = new Connection();
  const patience = new Patience();
  const client = createGraphqlClient(session, { connection, patience });
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Themed>
        <SessionProvider value={session}>
          <ConnectionProvider value={connection}>
            <Provider value={client}>
              <ModalsProvider>
                <Toasts />
                <BusyHint patience={patience} />
                <SessionGate roles={roles}>
                  <Router base={base}>{children}</Router>
                </SessionGate>
              </ModalsProvider>
            </Provider>
          </ConnectionProvider>
        </SessionProvider>
      </Themed>
    </StrictMode>,
  );
}
