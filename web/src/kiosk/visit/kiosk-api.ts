import { type Client, type CombinedError } from 'urql';
import { graphql } from '../graphql';
import { inTime, ServerAway } from '../in-time';
import {
  type OpenValidationInput,
  type OpenValidationMutation,
  type ValidationEndsSubscription,
} from '../graphql/graphql';
import { POLLED } from '../../shared/api/polled';

const CHECKPOINT = graphql(`
  query KioskCheckpoint($id: ID!) {
    checkpoint(id: $id) {
      name
      factors
      closedAt
    }
  }
`);

const TURN = graphql(`
  mutation OpenTurn($checkpointId: ID!) {
    openTurn(checkpointId: $checkpointId) {
      __typename
      ... on TurnOpened {
        nonce
      }
    }
  }
`);

graphql(`
  fragment ValidationEnd on ValidationAttempt {
    state
    reason
    result {
      __typename
      ... on ValidationAccepted {
        person {
          displayName
        }
      }
    }
  }
`);

const OPEN = graphql(`
  mutation OpenValidation($input: OpenValidationInput!) {
    openValidation(input: $input) {
      __typename
      ... on ValidationOpened {
        attempt {
          id
        }
        capture {
          token
        }
        challenge {
          steps
        }
      }
      ... on ValidationRefused {
        attempt {
          reason
        }
      }
      ... on ValidationThrottled {
        retryAfterSeconds
      }
      ... on CheckpointBusy {
        retryAfterSeconds
      }
    }
  }
`);

const CHANGES = graphql(`
  subscription ValidationEnds($id: ID!) {
    validationChanged(id: $id) {
      ...ValidationEnd
    }
  }
`);

const ATTEMPT = graphql(`
  query ValidationNow($id: ID!) {
    validation(id: $id) {
      ...ValidationEnd
    }
  }
`);

export type Attempt = ValidationEndsSubscription['validationChanged'];
export type Opening = OpenValidationMutation['openValidation'];
export interface Checkpoint {
  readonly name: string;
  readonly asksPin: boolean;
  readonly isOpen: boolean;
}

/** Milliseconds. */
const PATIENCE = 10_000;
/** Whether the server is there is asked again and again. */
const HEARTBEAT_PATIENCE = 3_000;
const POLL = 1_500;
const TRIES = 3;

/** What a kiosk asks of the server; nothing of it is kept. */
export class KioskApi {
  constructor(
    private readonly client: Client,
    readonly checkpointId: string,
  ) {}

  /** @throws ServerAway */
  async checkpoint(): Promise<Checkpoint> {
    const ask = this.client.query(CHECKPOINT, { id: this.checkpointId }, POLLED);
    const { name, factors, closedAt } = dataOf(await inTime(HEARTBEAT_PATIENCE, ask.toPromise())).checkpoint;
    return { name, asksPin: factors === 'FACE_AND_PIN', isOpen: !closedAt };
  }

  /** @returns undefined when the checkpoint is closed. @throws ServerAway */
  async turn(): Promise<string | undefined> {
    const ask = this.client.mutation(TURN, { checkpointId: this.checkpointId }, { repeats: 'always' });
    const turn = dataOf(await inTime(PATIENCE, ask.toPromise())).openTurn;
    return turn.__typename === 'TurnOpened' ? turn.nonce : undefined;
  }

  /** Again when the answer was lost; the key sees to it that nothing is opened twice. @throws ServerAway */
  async open(asked: Omit<OpenValidationInput, 'checkpointId' | 'idempotencyKey'>): Promise<Opening> {
    const input = { ...asked, checkpointId: this.checkpointId, idempotencyKey: crypto.randomUUID() };
    const ask = async () =>
      dataOf(await inTime(PATIENCE, this.client.mutation(OPEN, { input }).toPromise())).openValidation;
    return withTries(ask);
  }

  /** Uploads what was filmed. @throws ServerAway */
  async send(ticket: string, shots: readonly { readonly jpeg: Blob; readonly at: number }[]): Promise<void> {
    const body = new FormData();
    body.append('capturedAt', JSON.stringify(shots.map(({ at }) => at)));
    for (const { jpeg } of shots) body.append('frame', jpeg, 'frame.jpg');
    const post = async () => {
      const { ok, status } = await fetch('/captures', {
        method: 'POST',
        headers: { authorization: `Bearer ${ticket}` },
        body,
        signal: AbortSignal.timeout(PATIENCE * 2),
      }).catch(away);
      // A ticket that was used before: the answer of the last try was lost on the way.
      if (!ok && status !== 409) throw new ServerAway();
    };
    await withTries(post);
  }

  /** The attempt once it is final: told by subscription, and asked for where none gets through. */
  end(id: string, signal: AbortSignal): Promise<Attempt> {
    return new Promise((resolve) => {
      const follow = this.client.subscription(CHANGES, { id }).subscribe(({ data, error }) => {
        if (error === undefined && data !== undefined) hear(data.validationChanged);
      });
      const poll = setInterval(() => {
        const ask = this.client.query(ATTEMPT, { id }, POLLED);
        void ask.toPromise().then(({ data, error }) => {
          if (error === undefined && data !== undefined) hear(data.validation);
        });
      }, POLL);
      const stop = () => {
        clearInterval(poll);
        follow.unsubscribe();
      };
      const hear = (attempt: Attempt) => {
        if (!attempt.result) return;
        stop();
        resolve(attempt);
      };
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}

const away = (): never => {
  throw new ServerAway();
};

function dataOf<Data>({
  data,
  error,
}: {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}): Data {
  if (error !== undefined || data === undefined) throw new ServerAway(error?.message);
  return data;
}

async function withTries<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, 500 * tries));
    }
  }
}
