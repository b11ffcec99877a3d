import { Box, Container, Group } from '@mantine/core';
import { IdCard, Lock } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { Brand } from '../shared/ui/brand';
import { LanguageSwitch } from '../shared/ui/language-switch';
import { SchemeSwitch } from '../shared/ui/scheme-switch';
import { type InstallOffer } from './install/install-offer';
import { Waiting } from './parts/waiting';
import { HolderGate } from './session/holder-gate';
import { type HolderSession } from './session/holder-session';
import { PassScreen } from './showing/pass-screen';
import { lazily } from '../shared/ui/lazily';

/** The pass is what somebody at a door waits for; the rest may come after it. */
const DataPage = lazily(async () => (await import('./data/data-page')).default);

const PLACES = [
  { name: 'pass', href: '', path: '/', icon: IdCard },
  { name: 'data', href: '/data', path: '/data', icon: Lock },
] as const;

interface Props {
  readonly session: HolderSession;
  readonly offer: InstallOffer;
}

/** The person's own page: the pass, and what is held about them. */
export function PassPage({ session, offer }: Props) {
  return (
    <>
      <Head />
      <HolderGate session={session}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/">
              <Main>
                <PassScreen offer={offer} />
              </Main>
            </Route>
            <Route path="/data">
              <Main>
                <DataPage session={session} />
              </Main>
            </Route>
            <Route>
              <Redirect to="/" replace />
            </Route>
          </Switch>
        </Suspense>
        <Places />
      </HolderGate>
    </>
  );
}

const Head = () => (
  <Group component="header" className="pass-head" justify="space-between" wrap="nowrap" px="md" py="xs">
    <Brand />
    <Group gap="xs" wrap="nowrap">
      <LanguageSwitch />
      <SchemeSwitch />
    </Group>
  </Group>
);

const Main = ({ children }: { readonly children: ReactNode }) => (
  <Container component="main" size={480} px="md" className="pass-main">
    {children}
  </Container>
);

function Places() {
  const { t } = useTranslation('pass');
  const [location] = useLocation();
  return (
    <Box component="nav" className="pass-places" aria-label={t('menu')}>
      {PLACES.map(({ name, href, path, icon: Icon }) => (
        <Link key={name} href={href} {...(location === path && { 'aria-current': 'page' })}>
          <Icon size={22} strokeWidth={1.75} aria-hidden />
          {t(`places.${name}`)}
        </Link>
      ))}
    </Box>
  );
}
