import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/parts/use-format';
import { useNow } from '../../../shared/parts/use-now';
import { Facts } from '../../../shared/parts/facts';
import { When } from '../../../shared/parts/when';
import { useMay } from '../../abilities';
import { useNameOf } from '../people';
import { Deciding } from './deciding';
import { type ReviewState } from './review-state';

/** What a validation left for a person to decide: why, where, for how long; and the decision. */
export function Review({ review }: { readonly review: ReviewState }) {
  const { t } = useTranslation(['card', 'reasons']);
  const may = useMay();
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Group gap="xs" justify="space-between">
          <Title order={3} size="h6" id={id}>
            {t('review.title')}
          </Title>
          {review.decision === null && <Waiting since={review.endedAt} />}
        </Group>
        <div>
          <Text fw={600}>{t(`reasons:validation.${review.reason}.title`)}</Text>
          <Text size="sm">{t(`review.causes.${review.cause}`)}</Text>
        </div>
        <ReviewFacts review={review} />
        {review.decision !== null ? (
          <Decided review={review} decision={review.decision} />
        ) : may('decide') ? (
          <Deciding review={review} />
        ) : (
          <Text size="sm" role="note">
            {t('review.notYours')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** As long as somebody stands at a door. */
const LONG_MS = 10 * 60_000;

function Waiting({ since }: { readonly since: string }) {
  const { t } = useTranslation('card');
  const format = useFormat();
  const now = useNow(5_000);
  const age = Math.max(0, now - Date.parse(since));
  return (
    <Badge tt="none" color={age > LONG_MS ? 'orange' : 'gray'}>
      <time dateTime={since} title={format.full(since)}>
        {t('review.age')} {format.duration(age / 1_000)}
      </time>
    </Badge>
  );
}

function ReviewFacts({ review }: { readonly review: ReviewState }) {
  const { t } = useTranslation('card');
  return (
    <Facts
      inRow
      facts={[
        [t('review.checkpoint'), review.checkpointName],
        [t('review.ended'), <When key="ended" at={review.endedAt} />],
        [t('review.validation'), review.attemptId ?? t('review.forgotten')],
      ]}
    />
  );
}

function Decided({ review, decision }: { readonly review: ReviewState; readonly decision: keyof typeof COLOURS }) {
  const { t } = useTranslation('card');
  const nameOf = useNameOf();
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Badge tt="none" color={COLOURS[decision]}>
          {t(`review.decisions.${decision}`)}
        </Badge>
        <Text size="sm">
          {t('review.decided', { who: nameOf(review.decidedBy), decision: t(`review.decisions.${decision}`) })}
          {review.decidedAt !== null && (
            <>
              {' · '}
              <When at={review.decidedAt} />
            </>
          )}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('review.why', { reason: review.decisionReason })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('review.forever')}
      </Text>
    </Stack>
  );
}

const COLOURS = { ACCEPT: 'teal', ASK_AGAIN: 'orange', REJECT: 'red', NOTED: 'gray' } as const;
