import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type Role, type UserFieldsFragment } from '../graphql/graphql';
import { SET_ROLES } from './documents';
import { RolesField } from './roles-field';

interface Props {
  readonly user: UserFieldsFragment;
  readonly onChanged: (user: UserFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Changes what a user is trusted with. */
export function EditRoles({ user, onChanged, onClose }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  const [roles, setRoles] = useState<readonly Role[]>(user.roles);
  const [{ error, fetching }, change] = useMutation(SET_ROLES);

  const save = async (): Promise<void> => {
    const { data, error: fault } = await change({ input: { id: user.id, roles: [...roles] } });
    if (fault !== undefined || data === undefined) return;
    onChanged(data.setUserRoles);
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('users.rolesTitle', { name: user.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        <RolesField value={roles} onChange={setRoles} error={roles.length === 0 && t('users.rolesNeeded')} />
        {error !== undefined && <ProblemAlert error={error} />}
        <Button loading={fetching} disabled={roles.length === 0} onClick={() => void save()}>
          {t('common:save')}
        </Button>
      </Stack>
    </Modal>
  );
}
