import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Shows a sentence and a way on where a page would have gone blank. */
export class CrashScreen extends Component<{ readonly children: ReactNode }, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useTranslation();
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack align="center" role="alert">
        <Title order={1} size="h3">
          {t('crash.title')}
        </Title>
        <Text>{t('crash.body')}</Text>
        <Button
          onClick={() => {
            location.reload();
          }}
        >
          {t('crash.reload')}
        </Button>
      </Stack>
    </Center>
  );
}
