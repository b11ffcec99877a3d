import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useRoute, useSearch } from 'wouter';
import { useBoard } from '../store/board-store';
import { ICONS, isPlace, PLACES } from './places';
import { lazily } from '../../shared/ui/lazily';

const PlaceDialog = lazily(async () => (await import('./place-dialog')).PlaceDialog);

/** In the head of a board: what leads to its trash, archive, labels and settings. */
export function ManageMenu() {
  const { t } = useTranslation('card');
  const { board } = useBoard();
  const search = useSearch();
  const [, go] = useLocation();
  const [, params] = useRoute('/:boardId/:place');
  // The filter of the board stays.
  const query = search === '' ? '' : `?${search}`;
  const place = params?.place;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('manage.menu')} title={t('manage.menu')}>
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {PLACES.map((one) => {
            const Icon = ICONS[one];
            return (
              <Menu.Item
                key={one}
                component={Link}
                href={`/${board.id}/${one}${query}`}
                leftSection={<Icon size={16} aria-hidden />}
              >
                {t(`manage.${one}`)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {isPlace(place) && (
        <Suspense>
          <PlaceDialog place={place} onClose={() => go(`/${board.id}${query}`)} />
        </Suspense>
      )}
    </>
  );
}
