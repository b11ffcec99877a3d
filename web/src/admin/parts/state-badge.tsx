import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ValidationState } from '../graphql/graphql';

const COLOURS: Readonly<Record<ValidationState, MantineColor>> = {
  OPEN: 'blue',
  QUEUED: 'blue',
  PROCESSING: 'blue',
  ACCEPTED: 'teal',
  REJECTED: 'red',
  INCONCLUSIVE: 'yellow',
  EXPIRED: 'gray',
  FAILED: 'grape',
};

/** The state of a validation, in its colour and in words. */
export function StateBadge({ state }: { readonly state: ValidationState }) {
  const { t } = useTranslation('admin');
  return <Badge color={COLOURS[state]}>{t(`state.${state}`)}</Badge>;
}
