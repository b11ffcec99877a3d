import { Button, Group, Kbd, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { FileUp, Plus, Search, Users } from 'lucide-react';
import { type Dispatch, type SetStateAction, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ListFrame } from '../../shared/parts/list-frame';
import { Page } from '../../shared/parts/page';
import rows from '../../shared/parts/rows.module.css';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { EmptyState } from '../../shared/ui/empty-state';
import { type PeopleQuery, type PersonFieldsFragment } from '../graphql/graphql';
import { ChoosingBar } from './choosing-bar';
import { type Chosen, isFull, withAll, withoutAll } from './chosen';
import { CorrectPerson } from './correct-person';
import { CreatePerson } from './create-person';
import { PEOPLE } from './documents';
import { isAnything, type PeopleFilter } from './people-filter';
import { PersonRow } from './person-row';
import { STANDINGS } from './standing-badge';
import { useRowKeys } from './use-row-keys';
import { useStillShown } from './use-still-shown';

const pageOf = ({ persons }: PeopleQuery) => persons;

/** Until somebody has stopped typing. */
const TYPING_MS = 200;

interface Props {
  readonly filter: PeopleFilter;
  readonly onFilter: (filter: PeopleFilter) => void;
  readonly chosen: Chosen;
  readonly onChosen: Dispatch<SetStateAction<Chosen>>;
}

/** Everybody, found by what is typed and by what they still lack. */
export function PeoplePage({ filter, onFilter, chosen, onChosen }: Props) {
  const { t } = useTranslation('enrolment');
  const [search] = useDebouncedValue(filter.search.trim(), TYPING_MS);
  const list = usePagedList(PEOPLE, { search, standing: filter.standing }, pageOf);
  const nodes = useStillShown(list);
  const { searchRef, rowsRef, onSearchKey, onRowKey } = useRowKeys(!list.isLoading && search === filter.search.trim());
  const [isCreating, setCreating] = useState(false);
  const [corrected, setCorrected] = useState<PersonFieldsFragment>();
  const openCorrection = useCallback((person: PersonFieldsFragment) => {
    setCorrected(person);
  }, []);
  const choose = useCallback(
    (id: string, isChosen: boolean) => {
      onChosen((before) => (isChosen ? withAll(before, [id]) : withoutAll(before, [id])));
    },
    [onChosen],
  );
  const count = list.nodes.length;
  return (
    <Page
      title={t('places.people')}
      about={t('people.about')}
      actions={
        <>
          <Button component={Link} href="/import" variant="default" leftSection={<FileUp size={16} aria-hidden />}>
            {t('people.import')}
          </Button>
          <Button
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => {
              setCreating(true);
            }}
          >
            {t('people.create')}
          </Button>
        </>
      }
    >
      <div>
        <Group align="flex-end" mb="md">
          <TextInput
            ref={searchRef}
            type="search"
            flex={1}
            miw={220}
            label={t('people.search')}
            description={t('people.searchHelp')}
            leftSection={<Search size={16} aria-hidden />}
            rightSection={
              <Kbd aria-hidden visibleFrom="sm">
                /
              </Kbd>
            }
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={filter.search}
            onKeyDown={onSearchKey}
            onChange={({ currentTarget }) => {
              onFilter({ ...filter, search: currentTarget.value });
            }}
          />
          <Select
            label={t('people.filter')}
            placeholder={t('people.everybody')}
            data={STANDINGS.map((standing) => ({ value: standing, label: t(`people.standing.${standing}`) }))}
            value={filter.standing}
            onChange={(standing) => {
              onFilter({ ...filter, standing });
            }}
            clearable
            clearButtonProps={{ 'aria-label': t('people.everybody') }}
            w={{ base: '100%', xs: 240 }}
          />
        </Group>
        <Text size="sm" c="dimmed" role="status" mb="xs">
          {!list.isLoading && count > 0 && t(list.hasMore ? 'people.shownOfMore' : 'people.shown', { count })}
        </Text>
        <ListFrame
          list={{ ...list, nodes }}
          empty={
            isAnything(filter) ? (
              <NobodyFound
                onClear={() => {
                  onFilter({ search: '', standing: null });
                }}
              />
            ) : (
              <EmptyState icon={Users} title={t('people.empty')} hint={t('people.emptyHint')} />
            )
          }
        >
          <ChoosingBar
            shown={nodes.map(({ id }) => id)}
            hasMore={list.hasMore}
            search={{ search, standing: filter.standing }}
            chosen={chosen}
            onChoose={onChosen}
          />
          <ul ref={rowsRef} className={rows.list} aria-label={t('places.people')} aria-busy={list.isLoading}>
            {nodes.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isChosen={chosen.has(person.id)}
                isFull={isFull(chosen)}
                onChoose={choose}
                onKeyDown={onRowKey}
                onCorrect={openCorrection}
              />
            ))}
          </ul>
        </ListFrame>
      </div>
      {isCreating && (
        <CreatePerson
          onCreated={(person) => {
            list.put([person], () => !isAnything(filter));
          }}
          onClose={() => {
            setCreating(false);
          }}
        />
      )}
      {corrected !== undefined && (
        <CorrectPerson
          person={corrected}
          onCorrected={(person) => {
            list.put([person]);
          }}
          onClose={() => {
            setCorrected(undefined);
          }}
        />
      )}
    </Page>
  );
}

function NobodyFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation('enrolment');
  return (
    <EmptyState icon={Search} title={t('people.nobody')} hint={t('people.nobodyHint')}>
      <Button variant="default" onClick={onClear}>
        {t('people.showEverybody')}
      </Button>
    </EmptyState>
  );
}
