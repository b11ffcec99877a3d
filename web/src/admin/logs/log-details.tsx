import { Anchor, Code, Drawer, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Copyable } from '../../shared/parts/copyable';
import { Facts } from '../../shared/parts/facts';
import { useFormat } from '../../shared/parts/use-format';
import { type ShownLineFragment } from '../graphql/graphql';
import { LevelBadge } from './level-badge';

interface Props {
  /** Undefined: closed. */
  readonly line: ShownLineFragment | undefined;
  readonly onClose: () => void;
  readonly onCorrelation: (correlationId: string) => void;
  readonly onOperation: (operation: string) => void;
}

/** All of one line. */
export function LogDetails({ line, onClose, onCorrelation, onOperation }: Props) {
  const { t } = useTranslation(['admin', 'common']);
  return (
    <Drawer
      opened={line !== undefined}
      onClose={onClose}
      position="right"
      title={t('logs.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {line !== undefined && <Details line={line} onCorrelation={onCorrelation} onOperation={onOperation} />}
    </Drawer>
  );
}

type DetailsProps = Omit<Props, 'line' | 'onClose'> & { readonly line: ShownLineFragment };

function Details({ line, onCorrelation, onOperation }: DetailsProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { at, level, service, instance, version, context, message, operations, details } = line;
  return (
    <Stack>
      <div>
        <LevelBadge level={level} />
      </div>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {message}
      </Text>
      <Facts
        facts={[
          [t('logs.at'), `${format.full(at)} (${at})`],
          [t('logs.service'), t(`logs.services.${service}`)],
          [t('logs.instance'), instance],
          [t('logs.version'), version],
          ...(context === null ? [] : [[t('logs.context'), context] as const]),
          [t('logs.correlation'), <Correlation key="correlation" line={line} onCorrelation={onCorrelation} />],
          ...operations.map(
            (operation) =>
              [
                t('logs.operation'),
                <Stack key={operation} gap={2} align="flex-start">
                  {operation}
                  <Anchor
                    component="button"
                    size="sm"
                    onClick={() => {
                      onOperation(operation);
                    }}
                  >
                    {t('logs.onlyOperation', { operation })}
                  </Anchor>
                </Stack>,
              ] as const,
          ),
          ...details.map(({ name, value }) => [name, <Value key={name} value={value} />] as const),
        ]}
      />
    </Stack>
  );
}

function Correlation({ line, onCorrelation }: Pick<DetailsProps, 'line' | 'onCorrelation'>) {
  const { t } = useTranslation('admin');
  const { correlationId } = line;
  if (correlationId === null) return t('logs.noCorrelation');
  return (
    <Stack gap={2} align="flex-start">
      <Copyable text={correlationId} />
      <Anchor
        component="button"
        size="sm"
        onClick={() => {
          onCorrelation(correlationId);
        }}
      >
        {t('logs.only')}
      </Anchor>
    </Stack>
  );
}

/** A stack keeps its lines. */
const Value = ({ value }: { readonly value: string }) =>
  value.includes('\n') ? (
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {value}
    </Code>
  ) : (
    value
  );
