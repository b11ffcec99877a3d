import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useIdempotencyKey } from '../../shared/parts/use-idempotency-key';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type Role, type UserFieldsFragment } from '../graphql/graphql';
import { sayDone } from '../../shared/parts/say';
import { CREATE_USER } from './documents';
import { RolesField } from './roles-field';
import { suggestPassword } from './suggest-password';

interface Values {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

interface Props {
  readonly onCreated: (user: UserFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Makes somebody an account. */
export function CreateUser({ onCreated, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const keyOf = useIdempotencyKey();
  const [{ error, fetching }, create] = useMutation(CREATE_USER);
  const form = useForm<Values>({
    initialValues: { displayName: '', email: '', password: '', roles: [] },
    validate: { roles: (roles) => (roles.length === 0 ? t('users.rolesNeeded') : null) },
  });

  const submit = form.onSubmit(async ({ roles, ...values }) => {
    const input = { ...values, roles: [...roles] };
    const { data, error: fault } = await create({ input: { ...input, idempotencyKey: keyOf(input) } });
    const answer = fault === undefined ? data?.createUser : undefined;
    switch (answer?.__typename) {
      case undefined:
        return;
      case 'EmailTaken':
        form.setFieldError('email', t('users.emailTaken'));
        return;
      case 'PasswordTooWeak':
        form.setFieldError('password', answer.reasons.map((reason) => t(`weak.${reason}`)).join(' '));
        return;
      case 'UserCreated':
        sayDone(t('users.created', { name: answer.user.displayName }));
        onCreated(answer.user);
        onClose();
    }
  });

  return (
    <Modal opened onClose={onClose} title={t('users.create')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('users.name')}
            required
            maxLength={120}
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('displayName')}
          />
          <TextInput
            label={t('users.email')}
            type="email"
            required
            autoComplete="off"
            {...form.getInputProps('email')}
          />
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('users.password')}
              description={t('users.passwordHelp')}
              required
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('password')}
            />
            <Button
              variant="default"
              onClick={() => {
                form.setFieldValue('password', suggestPassword());
              }}
            >
              {t('users.generate')}
            </Button>
          </Group>
          <RolesField
            value={form.values.roles}
            error={form.errors.roles}
            onChange={(roles) => {
              form.setFieldValue('roles', roles);
            }}
          />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" loading={fetching}>
            {t('users.create')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
