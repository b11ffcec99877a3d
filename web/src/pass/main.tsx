import './pass.css';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, fetchExchange, Provider } from 'urql';
import { Router } from 'wouter';
import { authenticating } from '../shared/api/authenticating';
import { OWN_PAGE } from '../shared/api/tokens';
import { startI18n } from '../shared/i18n/start-i18n';
import { takeCode } from '../shared/parts/code-in-address';
import { Themed } from '../shared/ui/themed';
import { describeApp } from './install/describe-app';
import { InstallOffer } from './install/install-offer';
import { registerWorker } from './offline/register-worker';
import { PassPage } from './pass-page';
import { HolderSession } from './session/holder-session';
import { pass as passEn } from './texts.en';
import { pass as passEs } from './texts.es';

startI18n({ es: { pass: passEs }, en: { pass: passEn } });
describeApp(i18next.language);
i18next.on('languageChanged', describeApp);
registerWorker();

const offer = new InstallOffer();
const session = new HolderSession();
const openWith = (code: string | undefined) => void (code === undefined ? session.goOn() : session.open(code));
openWith(takeCode());
// Whoever has the page open and scans an invitation only moves within it.
addEventListener('hashchange', () => {
  const code = takeCode();
  if (code !== undefined) openWith(code);
});

/** Nothing is kept between two questions: what was true of a person a minute ago may not be. */
const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'network-only',
  fetchOptions: { headers: OWN_PAGE, credentials: 'same-origin' },
  exchanges: [authenticating(session), fetchExchange],
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Themed>
      <Provider value={client}>
        <Router base="/pass">
          <PassPage session={session} offer={offer} />
        </Router>
      </Provider>
    </Themed>
  </StrictMode>,
);
