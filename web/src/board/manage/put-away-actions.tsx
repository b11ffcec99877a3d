import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Of what was put away, for who hears the button alone. */
  readonly name: string;
  /** Undefined: not for this user. */
  readonly onRestore: (() => void) | undefined;
  readonly onDelete: (() => void) | undefined;
}

/** The ways out for what is not on the board: back to it, or gone for good. */
export function PutAwayActions({ name, onRestore, onDelete }: Props) {
  const { t } = useTranslation('card');
  return (
    <Group gap="xs" wrap="nowrap">
      {onRestore && (
        <Button size="xs" variant="default" aria-label={t('manage.restoreOne', { name })} onClick={onRestore}>
          {t('manage.restore')}
        </Button>
      )}
      {onDelete && (
        <Button size="xs" variant="light" color="red" aria-label={t('manage.deleteOne', { name })} onClick={onDelete}>
          {t('manage.deleteForGood')}
        </Button>
      )}
    </Group>
  );
}
