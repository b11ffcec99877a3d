import { Anchor, Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type SystemStatusQuery } from '../graphql/graphql';

interface Tool {
  readonly name: string;
  readonly about: string;
  /** Undefined: it is not there. */
  readonly href: string | undefined;
}

/** What else there is to look at. */
export function Tools({ status }: { readonly status: SystemStatusQuery['systemStatus'] }) {
  const { t } = useTranslation('admin');
  const { sandbox, grafanaUrl } = status;
  const tools: Tool[] = [
    ...(sandbox ? [{ name: t('system.sandbox'), about: t('system.sandboxAbout'), href: '/graphql' }] : []),
    {
      name: t('system.grafana'),
      about: t(grafanaUrl === null ? 'system.grafanaOff' : 'system.grafanaAbout'),
      href: grafanaUrl ?? undefined,
    },
    { name: t('system.metrics'), about: t('system.metricsAbout'), href: '/metrics' },
    { name: t('system.ready'), about: t('system.readyAbout'), href: '/health/ready' },
  ];
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5" mb="md">
        {t('system.links')}
      </Title>
      <Stack gap="sm">
        {tools.map(({ name, about, href }) => (
          <div key={name}>
            {href === undefined ? (
              <Text size="sm">{name}</Text>
            ) : (
              <Anchor size="sm" href={href} target="_blank" rel="noreferrer">
                {name}
              </Anchor>
            )}
            <Text size="xs" c="dimmed">
              {about}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
