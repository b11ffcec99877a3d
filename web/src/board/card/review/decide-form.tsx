import { Alert, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { type Attestation, type DecideReviewMutation, type ReviewDecision } from '../../graphql/graphql';
import { useBoardLive } from '../../store/board-store';
import { DECIDE_REVIEW } from '../documents';
import { focusOnMount } from '../focus-on-mount';
import { useOpenCard } from '../open-card';
import { type ReviewState } from './review-state';

const ATTESTATIONS: readonly Attestation[] = ['ID_DOCUMENT', 'KNOWN_PERSON'];

interface Props {
  readonly review: ReviewState;
  readonly decision: ReviewDecision;
  readonly onCancel: () => void;
}

/** Why it is decided so, in words; to let somebody in who waits for an operator, also what that operator saw. */
export function DecideForm({ review, decision, onCancel }: Props) {
  const { t } = useTranslation(['card', 'common']);
  const { card } = useOpenCard();
  const live = useBoardLive();
  const [reason, setReason] = useState('');
  const [attestation, setAttestation] = useState<Attestation>();
  const [isTried, setIsTried] = useState(false);
  const [{ data, error, fetching }, decide] = useMutation(DECIDE_REVIEW);
  const confirms = review.cause === 'AWAITS_CONFIRMATION' && decision === 'ACCEPT';
  const isReasonMissing = reason.trim() === '';
  const isAttestationMissing = confirms && attestation === undefined;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setIsTried(true);
    if (isReasonMissing || isAttestationMissing || fetching) return;
    const input = {
      cardId: card.id,
      expectedVersion: card.version,
      decision,
      reason: reason.trim(),
      ...(confirms && { attestation }),
    };
    const { data: answered } = await decide({ input });
    if (answered?.decideReview.__typename === 'ReviewDecided')
      live.say({
        kind: 'DONE',
        done: t('review.done', { decision: t(`review.decisions.${decision}`) }),
        undoable: undefined,
      });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Meaning review={review} decision={decision} confirms={confirms} />
        {confirms && (
          <Radio.Group
            label={t('review.attestation')}
            value={attestation ?? null}
            onChange={setAttestation}
            error={isTried && isAttestationMissing && t('review.attestationNeeded')}
          >
            <Stack gap="xs" my="xs">
              {ATTESTATIONS.map((one) => (
                <Radio key={one} value={one} label={t(`review.attestations.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Textarea
          label={t('review.reason')}
          description={t('review.reasonHint')}
          required
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          ref={focusOnMount}
          value={reason}
          data-mantine-stop-propagation
          error={isTried && isReasonMissing && t('review.reasonNeeded')}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            if (event.key === 'Escape' && reason === '') onCancel();
          }}
        />
        {error !== undefined && <ProblemAlert error={error} />}
        <Refusal answer={data?.decideReview} />
        <Group gap="xs">
          <Button type="submit" loading={fetching}>
            {t(`review.decisions.${decision}`)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface MeaningProps extends Pick<Props, 'review' | 'decision'> {
  readonly confirms: boolean;
}

function Meaning({ review, decision, confirms }: MeaningProps) {
  const { t } = useTranslation('card');
  const means = t(review.cause === 'BY_OPERATOR' ? `review.meansOfWord.${decision}` : `review.means.${decision}`);
  return (
    <div>
      <Text fw={600}>{t(`review.decisions.${decision}`)}</Text>
      <Text size="sm">{confirms ? t('review.confirms') : means}</Text>
    </div>
  );
}

/** What the server said when it was not decided. */
function Refusal({ answer }: { readonly answer: DecideReviewMutation['decideReview'] | undefined }) {
  const { t } = useTranslation('card');
  if (answer === undefined || answer.__typename === 'ReviewDecided') return null;
  const text =
    answer.__typename === 'CardConflict'
      ? t('review.conflict')
      : answer.confirmation !== null
        ? t(`review.unconfirmed.${answer.confirmation}`)
        : t(`review.refused.${answer.reason}`);
  return (
    <Alert color="red" role="alert">
      {text}
    </Alert>
  );
}
