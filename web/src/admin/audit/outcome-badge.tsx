import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AuditOutcome } from '../graphql/graphql';

const COLOURS: Readonly<Record<AuditOutcome, MantineColor>> = { SUCCESS: 'teal', REFUSED: 'red', FAILED: 'grape' };

export function OutcomeBadge({ outcome }: { readonly outcome: AuditOutcome }) {
  const { t } = useTranslation('admin');
  return <Badge color={COLOURS[outcome]}>{t(`audit.outcomes.${outcome}`)}</Badge>;
}
