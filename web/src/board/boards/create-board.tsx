import { Button, Modal, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';
import { useIdempotencyKey } from '../../shared/parts/use-idempotency-key';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { CREATE_BOARD } from './documents';

/** Asks for a name and the first columns, and leads to the new board. */
export function CreateBoard({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['board', 'common']);
  const [, go] = useLocation();
  const keyOf = useIdempotencyKey();
  const [{ error, fetching }, create] = useMutation(CREATE_BOARD);
  const columns = t('boards.firstColumns', { returnObjects: true });
  const form = useForm({ initialValues: { name: '', columns: [...columns] } });

  const submit = form.onSubmit(async ({ name, columns }) => {
    const input = { name: name.trim(), columns };
    const result = await create({ input: { ...input, idempotencyKey: keyOf(input) } });
    if (result.error !== undefined) return;
    const answer = result.data!.createBoard;
    if (answer.__typename === 'BoardSaved') go(`/${answer.board.id}`);
    else form.setFieldError('name', t(answer.reason === 'NAME_TAKEN' ? 'boards.nameTaken' : 'boards.refused'));
  });
  return (
    <Modal opened onClose={onClose} title={t('boards.create')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('boards.name')}
            placeholder={t('boards.namePlaceholder')}
            required
            maxLength={80}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <TagsInput
            label={t('boards.columns')}
            description={t('boards.columnsAbout')}
            maxTags={30}
            {...form.getInputProps('columns')}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" loading={fetching}>
            {t('boards.create')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
