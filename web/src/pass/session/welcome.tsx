import { Button, Container, Input, Paper, Stack, Text, Title } from '@mantine/core';
import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HolderSession, type WhyOut } from './holder-session';
import { codeIn } from '../../shared/parts/code-in-address';

interface Props {
  readonly session: HolderSession;
  readonly why: WhyOut;
}

/** Why there is no pass here, and the way to one. */
export function Welcome({ session, why }: Props) {
  const { t } = useTranslation('pass');
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const id = useId();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    await session.open(codeIn(code));
    setBusy(false);
  };

  return (
    <Container component="main" size={480} px="md" py="lg">
      <Paper withBorder p="lg">
        <form onSubmit={submit}>
          <Stack>
            <div role={why === 'never' ? undefined : 'alert'}>
              <Title order={1} size="h3" mb="xs">
                {t(`welcome.${why}.title`)}
              </Title>
              <Text>{t(`welcome.${why}.body`)}</Text>
            </div>
            <Input.Wrapper id={id} label={t('welcome.code')} description={t('welcome.codeHelp')}>
              <Input
                id={id}
                aria-describedby={`${id}-description`}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                required
                size="md"
                mt={4}
              />
            </Input.Wrapper>
            <Button type="submit" size="md" loading={isBusy}>
              {t('welcome.submit')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Container>
  );
}
