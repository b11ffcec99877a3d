import { useCallback, useEffect, useRef, useState } from 'react';
import { type Client, type CombinedError, useClient } from 'urql';
import { type EnrolmentFieldsFragment, type OpenEnrolmentMutation } from '../../graphql/graphql';
import { ENROLMENT, ENROLMENT_CHANGES, OPEN_ENROLMENT } from '../documents';
import { POLLED } from '../../../shared/api/polled';

/** Milliseconds between two looks, for where no subscription gets through. */
const POLL = 3_000;
/** Milliseconds that five photos may take on a slow line. */
const PATIENCE = 60_000;

export type Enrolling =
  | { readonly at: 'idle' | 'sending' | 'waiting' }
  /** It was not sent, or nobody knows whether. */
  | { readonly at: 'lost' | 'refused' | 'consent' }
  | { readonly at: 'problem'; readonly error: CombinedError }
  /** Another one of this person has not got its photos. */
  | { readonly at: 'busy'; readonly until: string }
  | { readonly at: 'ended'; readonly enrolment: EnrolmentFieldsFragment };

/** Sends photos and waits for what the server says of them. A repeat after a lost answer is the same enrolment. */
export function useEnrolling(personId: string, onEnded: (enrolment: EnrolmentFieldsFragment) => void) {
  const client = useClient();
  const [state, setState] = useState<Enrolling>({ at: 'idle' });
  const key = useRef<string>(undefined);
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    const { current } = leaving;
    return () => {
      current.abort();
    };
  }, []);

  const send = useCallback(
    async (photos: readonly Blob[]) => {
      setState({ at: 'sending' });
      const { signal } = leaving.current;
      key.current ??= crypto.randomUUID();
      const input = { personId, idempotencyKey: key.current };
      const { data, error } = await client.mutation(OPEN_ENROLMENT, { input });
      if (error !== undefined || data === undefined) {
        setState(error === undefined ? { at: 'lost' } : { at: 'problem', error });
        return;
      }
      const opened = await uploadTo(data.openEnrolment, photos);
      if (typeof opened !== 'string') {
        // What was refused once is refused again: the next try is another enrolment.
        if (opened.at === 'refused') key.current = undefined;
        setState(opened);
        return;
      }
      key.current = undefined;
      setState({ at: 'waiting' });
      const enrolment = await endOf(client, opened, signal);
      setState({ at: 'ended', enrolment });
      onEnded(enrolment);
    },
    [client, personId, onEnded],
  );

  const reset = useCallback(() => {
    setState({ at: 'idle' });
  }, []);

  return { state, send, reset };
}

/** @returns the id of the enrolment that has its photos, or why none has */
async function uploadTo(
  answer: OpenEnrolmentMutation['openEnrolment'],
  photos: readonly Blob[],
): Promise<string | Enrolling> {
  switch (answer.__typename) {
    case 'ConsentRequired':
      return { at: 'consent' };
    case 'EnrolmentRunning':
      // Another registrar's, or of a page that was left: one of this page is answered as opened.
      return { at: 'busy', until: answer.enrolment.deadlineAt };
    case 'EnrolmentOpened': {
      const status = await upload(answer.capture.token, photos);
      // A ticket that was used before: the answer of the last try was lost on the way.
      if (status === 202 || status === 409) return answer.enrolment.id;
      return { at: status === undefined ? 'lost' : 'refused' };
    }
  }
}

/** @returns the status of the answer; undefined when there was none */
async function upload(ticket: string, photos: readonly Blob[]): Promise<number | undefined> {
  const body = new FormData();
  for (const photo of photos) body.append('frame', photo, 'frame.jpg');
  const headers = { authorization: `Bearer ${ticket}` };
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch('/captures', { method: 'POST', headers, body, signal }).then(
    ({ status }) => status,
    () => undefined,
  );
}

/** The enrolment once it has ended: told by subscription, and asked for where none gets through. */
function endOf(client: Client, id: string, signal: AbortSignal): Promise<EnrolmentFieldsFragment> {
  return new Promise((resolve) => {
    const follow = client.subscription(ENROLMENT_CHANGES, { id }).subscribe(({ data }) => {
      hear(data?.enrolmentChanged);
    });
    const poll = setInterval(() => {
      const ask = client.query(ENROLMENT, { id }, POLLED);
      void ask.toPromise().then(({ data }) => {
        hear(data?.enrolment);
      });
    }, POLL);
    const stop = (): void => {
      clearInterval(poll);
      follow.unsubscribe();
    };
    const hear = (enrolment: EnrolmentFieldsFragment | undefined): void => {
      if (enrolment === undefined || enrolment.finishedAt === null) return;
      stop();
      resolve(enrolment);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
