import { type IncomingMessage, type ServerResponse } from 'node:http';

/** How long a client that was answered early may go on sending. */
const LINGER_MS = 2_000;

/**
 * For an answer that is given before the body has come in whole. Closing at once would reset the connection, and the
 * client might never see the answer: so the rest is read and thrown away for a moment, then the connection is cut.
 */
export function endUnreadBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  const { socket } = response;
  response.once('finish', () => {
    request.resume();
    const cut = setTimeout(() => socket?.destroy(), LINGER_MS);
    const keep = () => {
      clearTimeout(cut);
    };
    request.once('end', keep);
    socket?.once('close', keep);
  });
}
