import { Checkbox, Stack } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role } from '../graphql/graphql';

const ROLES: readonly Role[] = ['OPERATOR', 'REGISTRAR', 'AUDITOR', 'SRE', 'ADMIN'];

interface Props {
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly error?: ReactNode;
}

/** What a user is trusted with, each role with what it means. */
export function RolesField({ value, onChange, error }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Checkbox.Group
      label={t('users.roles')}
      value={[...value]}
      error={error}
      onChange={(roles) => {
        onChange(roles);
      }}
    >
      <Stack gap="xs" mt="xs">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`roles.${role}.label`)} description={t(`roles.${role}.about`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
