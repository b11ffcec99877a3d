import { Alert, Button, CopyButton, Modal, Stack, Text } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useNow } from '../../../shared/parts/use-now';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { QrCode } from '../../../shared/ui/qr-code';
import { type InviteMutation } from '../../graphql/graphql';
import { INVITE } from '../documents';
import { type Person } from '../standing';
import { useTimeLeft } from './use-time-left';
import { Waiting } from '../../../shared/ui/waiting';

interface Props {
  readonly person: Person;
  readonly onInvited: () => void;
  readonly onClose: () => void;
}

/** Makes an invitation to the person's own page, and shows it this once. */
export function Invitation({ person, onInvited, onClose }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const [{ data, error, fetching }, invite] = useMutation(INVITE);
  const make = useCallback(async () => {
    if ((await invite({ personId: person.id })).error === undefined) onInvited();
    // The page's function is another one at each drawing, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [invite, person.id]);
  // Each one ends the one before: once, however often this is drawn.
  const isMade = useRef(false);
  useEffect(() => {
    if (isMade.current) return;
    isMade.current = true;
    void make();
  }, [make]);
  const invitation = data?.issueHolderInvitation;
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('pass.dialog', { name: person.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        {error !== undefined && <ProblemAlert error={error} onRetry={() => void make()} />}
        {invitation !== undefined && (
          <Shown invitation={invitation} isAsking={fetching} onAnother={() => void make()} />
        )}
        {invitation === undefined && fetching && <Waiting />}
      </Stack>
    </Modal>
  );
}

interface ShownProps {
  readonly invitation: InviteMutation['issueHolderInvitation'];
  readonly isAsking: boolean;
  readonly onAnother: () => void;
}

function Shown({ invitation: { code, path, expiresAt }, isAsking, onAnother }: ShownProps) {
  const { t } = useTranslation('person');
  const timeLeft = useTimeLeft();
  const link = `${location.origin}${path}`;
  const seconds = Math.ceil((Date.parse(expiresAt) - useNow(1_000)) / 1_000);
  if (seconds <= 0)
    return (
      <>
        <Alert color="yellow" role="alert">
          {t('pass.over')}
        </Alert>
        <Button loading={isAsking} onClick={onAnother}>
          {t('pass.another')}
        </Button>
      </>
    );
  return (
    <Stack align="center">
      <Text size="sm">{t('pass.help', { address: `${location.origin}/pass` })}</Text>
      <QrCode value={link} size={224} label={t('pass.qr')} />
      <Text
        ff="monospace"
        fz="lg"
        fw={700}
        ta="center"
        style={{ overflowWrap: 'anywhere' }}
        aria-label={t('pass.code')}
      >
        {code}
      </Text>
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            onClick={copy}
          >
            {t(copied ? 'pass.linkCopied' : 'pass.link')}
          </Button>
        )}
      </CopyButton>
      <Text size="sm" role="timer">
        {t('pass.left', { time: timeLeft(seconds) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('pass.once')}
      </Text>
    </Stack>
  );
}
