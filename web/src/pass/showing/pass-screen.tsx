import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { keepAwake } from '../../shared/device/keep-awake';
import { InstallHint } from '../install/install-hint';
import { type InstallOffer } from '../install/install-offer';
import { drawPass } from './draw-pass';
import { PassCode } from './pass-code';
import { PassFeed } from './pass-feed';
import { StandingAlert } from './standing-alert';
import { type Trouble, troublesOf } from './troubles';
import { useStanding } from './use-standing';

/** What is shown at a door: whose pass it is, whether it will do, and the code. */
export function PassScreen({ offer }: { readonly offer: InstallOffer }) {
  const { t } = useTranslation('pass');
  const standing = useStanding();
  const client = useClient();
  const [feed] = useState(() => new PassFeed(drawPass(client)));
  const state = useSyncExternalStore(feed.subscribe, feed.state);
  useEffect(() => feed.run(), [feed]);
  useEffect(keepAwake, []);
  const troubles: readonly Trouble[] = standing === undefined ? [] : troublesOf(standing);
  return (
    <Stack gap="sm" align="center">
      <div className="pass-holder">
        <Title order={1} size="h3" lineClamp={2}>
          {standing?.myProfile.displayName ?? t('title')}
        </Title>
        {standing && (
          <Group gap="xs" justify="center" mt={4}>
            <Badge color="gray">{t(`kind.${standing.myProfile.kind}`)}</Badge>
            {troubles.length > 0 && <Badge color="yellow">{t('standing.seeBelow')}</Badge>}
            {troubles.length === 0 && state.kind !== 'none' && <Badge color="teal">{t('standing.good')}</Badge>}
          </Group>
        )}
      </div>
      <PassCode state={state} onRenew={feed.renew} />
      {troubles.map((trouble) => (
        <StandingAlert key={trouble.kind} trouble={trouble} />
      ))}
      <Text size="sm" c="dimmed" ta="center">
        {t('code.bright')}
      </Text>
      <InstallHint offer={offer} />
    </Stack>
  );
}
