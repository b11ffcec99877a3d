import { Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch } from 'wouter';
import { Shell } from '../shared/ui/shell';
import { useMay } from './abilities';
import { PLACES } from './places';
import { Waiting } from '../shared/ui/waiting';

/** The places that this user may see, and the one they are at. */
export function Admin() {
  const { t } = useTranslation('admin');
  const may = useMay();
  const places = PLACES.filter(({ abilities }) => abilities.some(may));
  const menu = places.map(({ name, icon }) => ({ path: `/${name}`, label: t(`places.${name}`), icon }));
  const [first] = menu;
  return (
    <Shell places={menu}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          {places.map(({ name, page }) => (
            <Route key={name} path={`/${name}`} component={page} />
          ))}
          {PLACES.filter((place) => !places.includes(place)).map(({ name }) => (
            <Route key={name} path={`/${name}`}>
              <Text role="alert">{t('notYours')}</Text>
            </Route>
          ))}
          <Route>
            <Redirect to={first?.path ?? '/account'} replace />
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
