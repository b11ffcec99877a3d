import { Alert, Button, Group, Loader, Stack, Text, VisuallyHidden } from '@mantine/core';
import { CircleOff, type LucideIcon, RefreshCw, WifiOff } from 'lucide-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../shared/ui/qr-code';
import { Countdown } from './countdown';
import { type PassState } from './pass-feed';

/** Of the drawing: the style gives it the room that there is. */
const SIZE = 280;

interface Props {
  readonly state: PassState;
  readonly onRenew: () => void;
}

/** The code to be shown, and how long it lasts; something else where there is none. */
export function PassCode({ state, onRenew }: Props) {
  const { t } = useTranslation('pass');
  return (
    <Stack gap="xs" align="center" w="100%">
      <div className="pass-code" data-pass={state.kind}>
        <Inside state={state} />
      </div>
      {/* Said when it changes; a code that follows another changes nothing. */}
      <VisuallyHidden role="status">{t(announcementOf(state))}</VisuallyHidden>
      {state.kind === 'shown' && (
        <Group gap="sm" wrap="nowrap">
          <Countdown key={`${state.text}${state.isStuck}`} milliseconds={state.left} isLast={state.isStuck} />
          <Text size="sm">{t('code.next')}</Text>
          <Button
            variant="default"
            size="sm"
            className="pass-renew"
            leftSection={<RefreshCw size={16} aria-hidden />}
            onClick={onRenew}
          >
            {t('code.renew')}
          </Button>
        </Group>
      )}
      {state.kind === 'shown' && state.isStuck && (
        <Alert color="orange" role="none" w="100%" p="xs" icon={<WifiOff aria-hidden />}>
          {t('code.stuck')}
        </Alert>
      )}
    </Stack>
  );
}

function Inside({ state }: { readonly state: PassState }) {
  const { t } = useTranslation('pass');
  switch (state.kind) {
    case 'shown':
      return <QrCode value={state.text} label={t('code.label')} size={SIZE} />;
    case 'waiting':
      return (
        <Instead>
          <Loader aria-hidden />
        </Instead>
      );
    case 'covered':
      return <Instead icon={WifiOff} title={t('code.covered.title')} body={t('code.covered.body')} />;
    case 'none':
      return <Instead icon={CircleOff} title={t('code.none.title')} body={t('code.none.body')} />;
  }
}

interface InsteadProps {
  readonly icon?: LucideIcon;
  readonly title?: string;
  readonly body?: string;
  readonly children?: ReactNode;
}

const Instead = ({ icon: Icon, title, body, children }: InsteadProps) => (
  <Stack className="pass-instead" align="center" justify="center" gap="xs" p="lg">
    {Icon && <Icon size={48} strokeWidth={1.25} aria-hidden />}
    <Text fw={600}>{title}</Text>
    <Text size="sm" ta="center">
      {body}
    </Text>
    {children}
  </Stack>
);

function announcementOf(state: PassState) {
  switch (state.kind) {
    case 'waiting':
      return 'code.waiting';
    case 'shown':
      return state.isStuck ? 'code.stuck' : 'code.ready';
    case 'covered':
      return 'code.covered.body';
    case 'none':
      return 'code.none.body';
  }
}
