import { Badge, Button, Group, type MantineColor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListFrame } from '../../../shared/parts/list-frame';
import { useFormat } from '../../../shared/parts/use-format';
import { useNow } from '../../../shared/parts/use-now';
import { IssueCard } from '../../cards/issue-card';
import { type CredentialFieldsFragment } from '../../graphql/graphql';
import { type CredentialState, hasCard, stateOf } from '../credential-state';
import { Section, type StepProps } from '../section';
import { type PersonState } from '../use-person';
import { RevokeCredential } from './revoke-credential';

/** Sooner nothing expires that anybody looks at. */
const EVERY_MS = 60_000;

interface Props extends StepProps {
  readonly list: PersonState['credentials'];
}

/** The cards and passes of a person, and how a card is issued and ended. */
export function CredentialsSection({ person, isOpen, onOpen, onClose, onChanged, list }: Props) {
  const { t } = useTranslation('person');
  const [revoking, setRevoking] = useState<CredentialFieldsFragment>();
  const holds = hasCard(list.nodes);
  return (
    <Section
      title={t('card.title')}
      actions={
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            onOpen('card');
          }}
        >
          {t(holds ? 'card.reissue' : 'card.issue')}
        </Button>
      }
    >
      <ListFrame list={list} empty={<Text size="sm">{t('card.none')}</Text>}>
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('card.title')}>
          {list.nodes.map((credential) => (
            <OneCredential
              key={credential.id}
              credential={credential}
              onRevoke={() => {
                setRevoking(credential);
              }}
            />
          ))}
        </Stack>
      </ListFrame>
      {isOpen && <IssueCard holder={person} replaces={holds} onClose={onClose} onIssued={onChanged} />}
      {revoking !== undefined && (
        <RevokeCredential
          credential={revoking}
          onRevoked={onChanged}
          onClose={() => {
            setRevoking(undefined);
          }}
        />
      )}
    </Section>
  );
}

const COLOURS: Readonly<Record<CredentialState, MantineColor>> = { active: 'teal', expired: 'gray', revoked: 'red' };

interface OneProps {
  readonly credential: CredentialFieldsFragment;
  readonly onRevoke: () => void;
}

function OneCredential({ credential, onRevoke }: OneProps) {
  const { t } = useTranslation('person');
  const format = useFormat();
  const state = stateOf(credential, useNow(EVERY_MS));
  const { kind, issuedAt, expiresAt, revokedReason } = credential;
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t(`card.kind.${kind}`)}
          </Text>
          <Badge color={COLOURS[state]}>{t(`card.state.${state}`)}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {t('card.issuedAt')}: {format.short(issuedAt)} · {t('card.expiresAt')}: {format.short(expiresAt)}
        </Text>
        {revokedReason !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('card.revokedBecause', { reason: revokedReason })}
          </Text>
        )}
      </div>
      {state === 'active' && (
        <Button
          size="xs"
          color="red"
          variant="outline"
          style={{ flexShrink: 0 }}
          aria-label={t('card.revokeOf', { kind: t(`card.kind.${kind}`) })}
          onClick={onRevoke}
        >
          {t('card.revoke')}
        </Button>
      )}
    </Group>
  );
}
