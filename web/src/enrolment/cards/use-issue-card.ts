import { useRef } from 'react';
import { useClient, type CombinedError } from 'urql';
import { type CardHolderFragment } from '../graphql/graphql';
import { ISSUE_CARD } from './documents';
import { type IssuedCard } from './issued-card';

/**
 * Issues cards; a person's earlier one ends. Asked again for the same person it repeats: an answer that was lost on the
 * way costs nobody a second card.
 * @returns a function of a person and the last moment of the card
 */
export function useIssueCard(): (holder: CardHolderFragment, expiresAt: string) => Promise<IssuedCard | CombinedError> {
  const client = useClient();
  const keys = useRef(new Map<string, string>());
  return async (holder, expiresAt) => {
    const asked = `${holder.id} ${expiresAt}`;
    const idempotencyKey = keys.current.get(asked) ?? crypto.randomUUID();
    keys.current.set(asked, idempotencyKey);
    const { data, error } = await client.mutation(ISSUE_CARD, {
      input: { personId: holder.id, expiresAt, idempotencyKey },
    });
    if (error !== undefined) return error;
    const { credential, qr } = data!.issueCredential;
    return { holder, text: qr.text, expiresAt: credential.expiresAt };
  };
}
