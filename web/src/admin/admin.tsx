import { Anchor } from '@mantine/core';
import { Lock } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch } from 'wouter';
import { EmptyState } from '../shared/ui/empty-state';
import { Shell } from '../shared/ui/shell';
import { useMay } from './abilities';
import { FaultsBanner } from './drills/faults-banner';
import { FaultsContext, useFaultsQuery } from './drills/faults-context';
import { type AdminPlace, PLACES } from './places';
import { Waiting } from '../shared/ui/waiting';

/** The places that this user may see, and the one they are at. */
export function Admin() {
  const { t } = useTranslation('admin');
  const may = useMay();
  const faults = useFaultsQuery();
  // Nothing can be broken on purpose unless the installation was started so.
  const isThere = ({ name }: AdminPlace) => name !== 'drills' || faults.isEnabled;
  const places = PLACES.filter((place) => place.abilities.some(may) && isThere(place));
  const menu = places.map(({ name, icon }) => ({ path: `/${name}`, label: t(`places.${name}`), icon }));
  const [first] = menu;
  return (
    <FaultsContext value={faults}>
      <Shell places={menu}>
        <FaultsBanner />
        <Suspense fallback={<Waiting />}>
          <Switch>
            {places.map(({ name, page }) => (
              <Route key={name} path={`/${name}`} component={page} />
            ))}
            {PLACES.filter((place) => !places.includes(place)).map(({ name }) => (
              <Route key={name} path={`/${name}`}>
                <div role="alert">
                  <EmptyState icon={Lock} title={t('notYours')}>
                    {first !== undefined && (
                      <Anchor component={Link} href={first.path}>
                        {t('toYours', { place: first.label })}
                      </Anchor>
                    )}
                  </EmptyState>
                </div>
              </Route>
            ))}
            <Route>
              <Redirect to={first?.path ?? '/account'} replace />
            </Route>
          </Switch>
        </Suspense>
      </Shell>
    </FaultsContext>
  );
}
