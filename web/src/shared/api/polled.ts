import { type OperationContext } from 'urql';

/**
 * For what a page asks for every few seconds. It is not asked again in between (`patience.ts`): each question would take the place
 * of the one that waits, and nobody would see that there is no answer.
 */
export const POLLED = { requestPolicy: 'network-only', repeats: 'never' } as const satisfies Partial<OperationContext>;
