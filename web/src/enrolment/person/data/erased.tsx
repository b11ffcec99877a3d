import { Anchor, Button, Card, Stack, Text } from '@mantine/core';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Copyable } from '../../../shared/parts/copyable';
import { Facts } from '../../../shared/parts/facts';
import { Page } from '../../../shared/parts/page';
import { useFormat } from '../../../shared/parts/use-format';
import { type ReceiptFieldsFragment } from '../../graphql/graphql';
import { offerDownload } from '../../../shared/parts/offer-download';

/** What is left of somebody who was erased. */
export function Erased({ receipt }: { readonly receipt: ReceiptFieldsFragment }) {
  const { t } = useTranslation('person');
  const format = useFormat();
  const { personId, erasedAt, token } = receipt;
  return (
    <Page
      title={t('data.erased')}
      about={t('data.erasedBody')}
      actions={
        <Anchor component={Link} href="/people" size="sm">
          {t('back')}
        </Anchor>
      }
    >
      <Card withBorder maw={640}>
        <Stack>
          <Facts
            facts={[
              [t('data.erasedAt'), format.full(erasedAt)],
              [t('data.receipt'), <Copyable key="receipt" text={token} isLong />],
            ]}
          />
          <Button
            leftSection={<FileDown size={16} aria-hidden />}
            onClick={() => {
              offerDownload(new Blob([token], { type: 'application/jwt' }), `erasure-${personId}.jwt`);
            }}
          >
            {t('data.download')}
          </Button>
          <Text size="xs" c="dimmed">
            npm run erasure:verify -- --receipt erasure-{personId}.jwt
          </Text>
        </Stack>
      </Card>
    </Page>
  );
}
