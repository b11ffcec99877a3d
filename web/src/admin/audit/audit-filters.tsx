import { Button, Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SpanFields } from '../parts/span-fields';
import { type AuditAction } from '../graphql/graphql';
import { type AuditFilter, isId, NO_FILTER } from './audit-filter';
import { auditTexts } from './audit-texts.es';
import { useActors } from './use-actors';

const ACTIONS = Object.keys(auditTexts.actions) as AuditAction[];

interface Props {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Which events are shown. */
export function AuditFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('admin');
  const { options } = useActors();
  const { action, actorId, subjectId } = filter;
  const isKnown = actorId === null || options.some(({ value }) => value === actorId);
  const isBad = subjectId !== '' && !isId(subjectId);
  return (
    <Group align="flex-start" role="search" aria-label={t('audit.filters')}>
      <Select
        label={t('audit.action')}
        placeholder={t('audit.anyAction')}
        data={ACTIONS.map((value) => ({ value, label: t(`audit.actions.${value}`) }))}
        value={action}
        onChange={(value) => {
          onChange({ ...filter, action: value });
        }}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('audit.anyAction') }}
        w={{ base: '100%', xs: 280 }}
      />
      <Select
        label={t('audit.actor')}
        placeholder={t('audit.anyActor')}
        data={isKnown ? options : [...options, { value: actorId, label: actorId }]}
        value={actorId}
        onChange={(value) => {
          onChange({ ...filter, actorId: value });
        }}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('audit.anyActor') }}
        w={{ base: '100%', xs: 220 }}
      />
      <TextInput
        label={t('audit.subject')}
        placeholder={t('audit.subjectPlaceholder')}
        value={subjectId}
        error={isBad && t('audit.badId')}
        onChange={(event) => {
          onChange({ ...filter, subjectId: event.currentTarget.value.trim() });
        }}
        w={{ base: '100%', xs: 340 }}
      />
      <SpanFields
        span={filter}
        onChange={(span) => {
          onChange({ ...filter, ...span });
        }}
      />
      <Button
        variant="subtle"
        mt={24}
        onClick={() => {
          onChange(NO_FILTER);
        }}
      >
        {t('audit.clear')}
      </Button>
    </Group>
  );
}
