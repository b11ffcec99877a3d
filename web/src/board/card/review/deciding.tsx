import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/parts/use-format';
import { useNow } from '../../../shared/parts/use-now';
import { type ReviewDecision } from '../../graphql/graphql';
import { useKeys } from '../../keys/use-keys';
import { useKeysOn } from '../../keys/keys-preference';
import { DecideForm } from './decide-form';
import { DECISIONS } from './decisions';
import { type ReviewState } from './review-state';

const KEYS = ['a', 'r'] as const;

/** The decisions that the case allows, two of them by one key; each asks for a reason. */
export function Deciding({ review }: { readonly review: ReviewState }) {
  const { t } = useTranslation('card');
  const format = useFormat();
  const areKeysOn = useKeysOn();
  const now = useNow(5_000);
  const [decision, setDecision] = useState<ReviewDecision>();
  const { keyed, others } = DECISIONS[review.cause];
  const until = review.confirmableUntil;
  const isTooLate = until !== null && Date.parse(until) < now;
  const isPossible = (one: ReviewDecision) => one !== 'ACCEPT' || !isTooLate;
  const [a, r] = keyed;
  useKeys(
    {
      a: () => {
        if (isPossible(a)) setDecision(a);
      },
      r: () => setDecision(r),
    },
    { inDialog: true },
  );

  if (decision !== undefined)
    return <DecideForm key={decision} review={review} decision={decision} onCancel={() => setDecision(undefined)} />;
  return (
    <Stack gap="xs">
      {until !== null && (
        <Text size="sm">{isTooLate ? t('review.tooLate') : t('review.until', { time: format.hour(until) })}</Text>
      )}
      <Group gap="xs">
        {keyed.map((one, index) => (
          <Button
            key={one}
            size="sm"
            variant={index === 0 ? 'filled' : 'default'}
            disabled={!isPossible(one)}
            aria-keyshortcuts={areKeysOn ? KEYS[index] : undefined}
            rightSection={areKeysOn && <Kbd size="xs">{KEYS[index]}</Kbd>}
            onClick={() => setDecision(one)}
          >
            {t(`review.decisions.${one}`)}
          </Button>
        ))}
        {others.map((one) => (
          <Button key={one} size="sm" variant="subtle" onClick={() => setDecision(one)}>
            {t(`review.decisions.${one}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
