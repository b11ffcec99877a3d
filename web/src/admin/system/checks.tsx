import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type SystemStatusQuery } from '../graphql/graphql';

const KNOWN = ['database', 'migrations', 'queue', 'clock', 'disk'] as const;
const isKnown = (name: string): name is (typeof KNOWN)[number] => KNOWN.some((known) => known === name);

interface Props {
  readonly checks: SystemStatusQuery['systemStatus']['checks'];
}

/** The parts that the API needs, and whether each answers. */
export function Checks({ checks }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('system.checks')}
      </Title>
      <Stack gap="sm">
        {checks.map(({ name, ok, milliseconds, problem }) => (
          <div key={name}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{isKnown(name) ? t(`system.check.${name}`) : name}</Text>
              <Group gap="xs" wrap="nowrap">
                <Text size="xs" c="dimmed">
                  {t('system.milliseconds', { count: milliseconds })}
                </Text>
                <Badge color={ok ? 'teal' : 'red'}>{t(ok ? 'system.ok' : 'system.bad')}</Badge>
              </Group>
            </Group>
            {problem !== null && (
              <Text size="xs" lang="en">
                {problem}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  );
}
