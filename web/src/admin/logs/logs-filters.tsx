import { Button, Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SpanFields } from '../parts/span-fields';
import { type LogLevel, type LogService } from '../graphql/graphql';
import { isCorrelationId, type LogsFilter, NO_FILTER } from './logs-filter';
import { logsTexts } from './logs-texts.es';

const LEVELS = Object.keys(logsTexts.levels) as LogLevel[];
const SERVICES = Object.keys(logsTexts.services) as LogService[];

interface Props {
  readonly filter: LogsFilter;
  readonly onChange: (filter: LogsFilter) => void;
}

/** Which lines are shown. */
export function LogsFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('admin');
  const { level, service, text, correlationId, operation } = filter;
  const isBad = correlationId !== '' && !isCorrelationId(correlationId);
  return (
    <Group align="flex-start" role="search" aria-label={t('logs.filters')}>
      <Select
        label={t('logs.level')}
        placeholder={t('logs.anyLevel')}
        data={LEVELS.map((value) => ({ value, label: t(`logs.levels.${value}`) }))}
        value={level}
        onChange={(value) => {
          onChange({ ...filter, level: value });
        }}
        clearable
        clearButtonProps={{ 'aria-label': t('logs.anyLevel') }}
        w={{ base: '100%', xs: 180 }}
      />
      <Select
        label={t('logs.service')}
        placeholder={t('logs.anyService')}
        data={SERVICES.map((value) => ({ value, label: t(`logs.services.${value}`) }))}
        value={service}
        onChange={(value) => {
          onChange({ ...filter, service: value });
        }}
        clearable
        clearButtonProps={{ 'aria-label': t('logs.anyService') }}
        w={{ base: '100%', xs: 180 }}
      />
      <TextInput
        label={t('logs.text')}
        placeholder={t('logs.textPlaceholder')}
        value={text}
        maxLength={100}
        onChange={(event) => {
          onChange({ ...filter, text: event.currentTarget.value });
        }}
        w={{ base: '100%', xs: 260 }}
      />
      <TextInput
        label={t('logs.operation')}
        placeholder={t('logs.operationPlaceholder')}
        value={operation}
        maxLength={200}
        onChange={(event) => {
          onChange({ ...filter, operation: event.currentTarget.value });
        }}
        w={{ base: '100%', xs: 260 }}
      />
      <TextInput
        label={t('logs.correlation')}
        placeholder={t('logs.correlationPlaceholder')}
        value={correlationId}
        error={isBad && t('logs.badCorrelation')}
        onChange={(event) => {
          onChange({ ...filter, correlationId: event.currentTarget.value.trim() });
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
        {t('logs.clear')}
      </Button>
    </Group>
  );
}
