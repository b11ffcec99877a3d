import { ApiError } from '../client/api-client.js';
import { OperatorError } from '../support/operator-error.js';

/** What ended the demo, as a sentence for the person at the terminal; a fault of the demo's own stays as it is. */
export function explained(error: unknown, url: string): unknown {
  const sentence = sentenceFor(error, url);
  return sentence === undefined ? error : new OperatorError(sentence, { cause: error });
}

function sentenceFor(error: unknown, url: string): string | undefined {
  if (error instanceof ApiError) return `The demo could not go on: ${error.message}`;
  if (error instanceof SyntaxError) return `What answers at ${url} is not Presente: its answer is no JSON.`;
  if (error instanceof TypeError && error.message === 'fetch failed') return `Nothing answers at ${url}.`;
  // graphql-ws rejects with the event of the socket.
  return error instanceof Error ? undefined : `The connection to ${url} was lost while waiting for a result.`;
}
