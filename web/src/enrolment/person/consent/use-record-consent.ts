import { useMutation } from 'urql';
import { useIdempotencyKey } from '../../../shared/parts/use-idempotency-key';
import { type ConsentEvidenceInput } from '../../graphql/graphql';
import { RECORD_CONSENT, WITHDRAW_CONSENT } from '../documents';
import { type ConsentText } from '../use-consent-texts';

/** Records a consent; one that stands on an older text is withdrawn before, with its template. */
export function useRecordConsent(personId: string, replaces: boolean) {
  const keyOf = useIdempotencyKey();
  const [recorded, record] = useMutation(RECORD_CONSENT);
  const [withdrawn, withdraw] = useMutation(WITHDRAW_CONSENT);
  return {
    error: withdrawn.error ?? recorded.error,
    isBusy: withdrawn.fetching || recorded.fetching,
    /** @returns what the server made of it; undefined when it made nothing, and `error` says why */
    record: async ({ version: textVersion, language }: ConsentText, evidence: ConsentEvidenceInput) => {
      if (replaces && (await withdraw({ personId })).error !== undefined) return undefined;
      const input = { personId, textVersion, language, evidence };
      const { data, error } = await record({ input: { ...input, idempotencyKey: keyOf(input) } });
      return error === undefined ? data?.recordConsent.__typename : undefined;
    },
  };
}
