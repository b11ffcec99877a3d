import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCheckpoints } from './use-checkpoints';

interface Props {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** One checkpoint, or all of them. */
export function CheckpointSelect({ value, onChange }: Props) {
  const { t } = useTranslation('admin');
  const { options } = useCheckpoints();
  return (
    <Select
      label={t('checkpoint')}
      placeholder={t('anyCheckpoint')}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('anyCheckpoint') }}
      w={{ base: '100%', xs: 280 }}
    />
  );
}
