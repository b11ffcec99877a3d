import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type CheckpointFieldsFragment } from '../graphql/graphql';
import { CHANGE_CHECKPOINT } from './documents';
import { type Policy, PolicyFields } from './policy-fields';

interface Props {
  readonly checkpoint: CheckpointFieldsFragment;
  readonly onChanged: (checkpoint: CheckpointFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Changes what a checkpoint asks for. */
export function EditCheckpoint({ checkpoint, onChanged, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const [policy, setPolicy] = useState<Policy>(checkpoint);
  const [{ error, fetching }, change] = useMutation(CHANGE_CHECKPOINT);

  const save = async (): Promise<void> => {
    const { factors, liveness } = policy;
    const { data, error: fault } = await change({ id: checkpoint.id, factors, liveness });
    if (fault !== undefined || data === undefined) return;
    onChanged(data.setCheckpointLiveness);
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('checkpoints.editTitle', { name: checkpoint.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <Text size="sm">{t('checkpoints.editAbout')}</Text>
        <PolicyFields policy={policy} onChange={setPolicy} />
        {error !== undefined && <ProblemAlert error={error} />}
        <Button loading={fetching} onClick={() => void save()}>
          {t('common:save')}
        </Button>
      </Stack>
    </Modal>
  );
}
