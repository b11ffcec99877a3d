import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The mark and the name. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <img src="/icon.svg" alt="" width={28} height={28} />
      <Text fw={700} size="lg">
        {t('brand')}
      </Text>
    </Group>
  );
}
