import { Card, Table, Text, Title } from '@mantine/core';
import { FileCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state';
import { type ErasureReceiptsQuery } from '../graphql/graphql';
import { Copyable } from '../../shared/parts/copyable';
import { ListFrame } from '../../shared/parts/list-frame';
import { usePagedList } from '../../shared/parts/use-paged-list';
import { When } from '../../shared/parts/when';
import { RECEIPTS } from './documents';

const pageOf = ({ erasureReceipts }: ErasureReceiptsQuery) => erasureReceipts;

/** The proofs of what was erased. */
export function Receipts() {
  const { t } = useTranslation('admin');
  const list = usePagedList(RECEIPTS, {}, pageOf);
  return (
    <Card withBorder component="section">
      <Title order={2} size="h5">
        {t('privacy.receipts')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('privacy.receiptsAbout')} {t('privacy.verify')}
      </Text>
      <ListFrame
        list={list}
        empty={<EmptyState icon={FileCheck} title={t('privacy.receiptsEmpty')} hint={t('privacy.receiptsEmptyHint')} />}
      >
        <Table.ScrollContainer minWidth={640}>
          <Table aria-label={t('privacy.receipts')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('privacy.erasedAt')}</Table.Th>
                <Table.Th>{t('privacy.because')}</Table.Th>
                <Table.Th>{t('privacy.person')}</Table.Th>
                <Table.Th>{t('privacy.receipt')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.nodes.map(({ id, personId, erasedAt, reason, token }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <When at={erasedAt} />
                  </Table.Td>
                  <Table.Td>{t(`privacy.reason.${reason}`)}</Table.Td>
                  <Table.Td>
                    <Copyable text={personId} />
                  </Table.Td>
                  <Table.Td maw={260}>
                    <Copyable text={token} isLong />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </ListFrame>
    </Card>
  );
}
