import { Button, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useIdempotencyKey } from '../../shared/parts/use-idempotency-key';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type CheckpointFieldsFragment } from '../graphql/graphql';
import { CREATE_CHECKPOINT } from './documents';
import { type Policy, PolicyFields } from './policy-fields';

const FMRS = { usual: 1e-4, strict: 1e-5, loose: 1e-3 } as const;
type FmrName = keyof typeof FMRS;
const FMR_NAMES: readonly FmrName[] = ['usual', 'strict', 'loose'];

interface Values extends Policy {
  readonly name: string;
  readonly fmr: FmrName;
}

interface Props {
  readonly onCreated: (checkpoint: CheckpointFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Asks for a name and a policy, and makes a checkpoint of them. */
export function CreateCheckpoint({ onCreated, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const keyOf = useIdempotencyKey();
  const [{ error, fetching }, create] = useMutation(CREATE_CHECKPOINT);
  const form = useForm<Values>({ initialValues: { name: '', factors: 'FACE', liveness: 'ACTIVE', fmr: 'usual' } });

  const submit = form.onSubmit(async ({ fmr, name, ...policy }) => {
    const input = { ...policy, name: name.trim(), targetFmr: FMRS[fmr] };
    const answer = (await create({ input: { ...input, idempotencyKey: keyOf(input) } })).data?.createCheckpoint;
    switch (answer?.__typename) {
      case undefined:
        return;
      case 'CheckpointNameTaken':
        form.setFieldError('name', t('checkpoints.nameTaken'));
        return;
      case 'CheckpointCreated':
        onCreated(answer.checkpoint);
        onClose();
    }
  });

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('checkpoints.create')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('checkpoints.name')}
            placeholder={t('checkpoints.namePlaceholder')}
            required
            maxLength={80}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <PolicyFields
            policy={form.values}
            onChange={({ factors, liveness }) => {
              form.setValues({ factors, liveness });
            }}
          />
          <Radio.Group
            label={t('checkpoints.fmr')}
            description={t('checkpoints.fmrAbout')}
            {...form.getInputProps('fmr')}
          >
            <Stack gap="xs" mt="xs">
              {FMR_NAMES.map((name) => (
                <Radio key={name} value={name} label={t(`checkpoints.fmrOf.${name}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" loading={fetching}>
            {t('checkpoints.create')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
