import { Center, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** @param text why; that it is loading when there is nothing more to say */
export function Waiting({ text }: { readonly text?: string }) {
  const { t } = useTranslation();
  return (
    <Center component="main" mih="60dvh" p="md">
      <Stack align="center" role="status">
        <Loader aria-hidden />
        <Text ta="center">{text ?? t('loading')}</Text>
      </Stack>
    </Center>
  );
}
