import { Kbd, Modal, Stack, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setKeysOn, useKeysOn } from './keys-preference';

/** Every key of the board, in the order in which they are shown; the text is `keys.of.NAME`. */
const KEYS = [
  ['arrows', ['←', '↑', '→', '↓']],
  ['open', ['Enter']],
  ['carry', ['Space']],
  ['cancel', ['Esc']],
  ['undo', ['Ctrl', 'Z']],
  ['add', ['n']],
  ['move', ['m']],
  ['filter', ['/']],
  ['decide', ['a', 'r']],
  ['help', ['?']],
] as const;

/** Single characters, which can be switched off. */
const SINGLE: readonly string[] = ['add', 'move', 'filter', 'decide', 'help'];

/** What each key does, and whether single keys do anything. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['board', 'common']);
  const isOn = useKeysOn();
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <Switch
          label={t('keys.on')}
          description={t('keys.onAbout')}
          checked={isOn}
          onChange={(event) => {
            setKeysOn(event.currentTarget.checked);
          }}
        />
        <Table>
          <Table.Tbody>
            {KEYS.map(([name, keys]) => (
              <Table.Tr key={name} c={isOn || !SINGLE.includes(name) ? 'inherit' : 'dimmed'}>
                <Table.Td>
                  {keys.map((key) => (
                    <Kbd key={key} mr={4}>
                      {key === 'Space' ? t('keys.space') : key}
                    </Kbd>
                  ))}
                </Table.Td>
                <Table.Td>{t(`keys.of.${name}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Modal>
  );
}
