import { ActionIcon, Code, CopyButton, Group } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const ALL_LINES = { overflowWrap: 'anywhere', minWidth: 0 } as const;
const ONE_LINE = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;

interface Props {
  readonly text: string;
  /** It is shown by its beginning, and copied whole. */
  readonly isLong?: boolean;
}

/** A text that people take elsewhere as it is: an id, a hash, a command. */
export function Copyable({ text, isLong = false }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Code style={isLong ? ONE_LINE : ALL_LINES}>{text}</Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            size="sm"
            onClick={copy}
            aria-label={t(copied ? 'copied' : 'copy')}
            title={t(copied ? 'copied' : 'copy')}
          >
            {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
