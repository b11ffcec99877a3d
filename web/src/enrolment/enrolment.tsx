import { FileUp, Printer, Users } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch } from 'wouter';
import { Shell } from '../shared/ui/shell';
import { NOBODY } from './people/chosen';
import { EVERYBODY } from './people/people-filter';
import { Waiting } from '../shared/ui/waiting';
import { lazily } from '../shared/ui/lazily';

const PeoplePage = lazily(async () => (await import('./people/people-page')).PeoplePage);
const PersonPage = lazily(async () => (await import('./person/person-page')).PersonPage);
const CardsPage = lazily(async () => (await import('./cards/cards-page')).CardsPage);
const ImportPage = lazily(async () => (await import('./import/import-page')).ImportPage);

/** The registrar's office: people, one of them, and many at once. */
export function Enrolment() {
  const { t } = useTranslation(['enrolment', 'person']);
  const [filter, setFilter] = useState(EVERYBODY);
  const [chosen, setChosen] = useState(NOBODY);
  return (
    <Shell
      places={[
        { path: '/people', label: t('places.people'), icon: Users },
        { path: '/cards', label: t('person:cards.place'), icon: Printer },
        { path: '/import', label: t('places.import'), icon: FileUp },
      ]}
    >
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/people">
            <PeoplePage filter={filter} onFilter={setFilter} chosen={chosen} onChosen={setChosen} />
          </Route>
          <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
          <Route path="/cards" component={CardsPage} />
          <Route path="/import" component={ImportPage} />
          <Route>
            <Redirect to="/people" replace />
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
