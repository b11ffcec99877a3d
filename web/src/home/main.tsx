import { Card, Container, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IdCard, KanbanSquare, ScanFace, Settings, UserPlus } from 'lucide-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { startI18n } from '../shared/i18n/start-i18n';
import { Brand } from '../shared/ui/brand';
import { LanguageSwitch } from '../shared/ui/language-switch';
import { SchemeSwitch } from '../shared/ui/scheme-switch';
import { Themed } from '../shared/ui/themed';

const SURFACES = [
  { name: 'kiosk', icon: ScanFace },
  { name: 'enrol', icon: UserPlus },
  { name: 'pass', icon: IdCard },
  { name: 'admin', icon: Settings },
  { name: 'board', icon: KanbanSquare },
] as const;

/** The door to the surfaces. */
function Home() {
  const { t } = useTranslation();
  return (
    <Container component="main" size="md" py="xl">
      <Stack gap="xl">
        <Group justify="space-between">
          <Brand />
          <Group gap="xs">
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
        <Title order={1} size="h2">
          {t('surfaces.question')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {SURFACES.map(({ name, icon: Icon }) => (
            <Card key={name} component="a" href={`/${name}`} withBorder shadow="sm">
              <Group wrap="nowrap" align="flex-start">
                <ThemeIcon variant="light" size={48}>
                  <Icon size={28} strokeWidth={1.5} aria-hidden />
                </ThemeIcon>
                <div>
                  <Text fw={600}>{t(`surfaces.${name}`)}</Text>
                  <Text size="sm" c="dimmed">
                    {t(`surfaces.${name}About`)}
                  </Text>
                </div>
              </Group>
            </Card>
          ))}
        </SimpleGrid>
      </Stack>
    </Container>
  );
}

startI18n({ es: {}, en: {} });
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Themed>
      <Home />
    </Themed>
  </StrictMode>,
);
