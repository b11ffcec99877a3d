import { Alert, Button, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { type ReceiptFieldsFragment } from '../../graphql/graphql';
import { ERASE } from '../documents';
import { type Person } from '../standing';

interface Props {
  readonly person: Person;
  readonly onErased: (receipt: ReceiptFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Asks for the person's number before everything of theirs is gone. */
export function ErasePerson({ person, onErased, onClose }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const [typed, setTyped] = useState('');
  const [{ error, fetching }, erase] = useMutation(ERASE);
  const submit = async (): Promise<void> => {
    const answer = await erase({ personId: person.id });
    if (answer.error === undefined && answer.data !== undefined) onErased(answer.data.erasePerson);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('data.eraseTitle', { name: person.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Alert color="red">{t('data.eraseBody')}</Alert>
          <TextInput
            label={t('data.eraseConfirm', { externalId: person.externalId })}
            autoComplete="off"
            data-autofocus
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
            }}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" color="red" loading={fetching} disabled={typed.trim() !== person.externalId}>
            {t('data.eraseYes')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
