import { type Client } from 'urql';
import { fetchWithin } from '../parts/fetch-within';
import { MY_PASS } from './documents';
import { type Drawn } from './pass-feed';

/** Milliseconds. */
const PATIENCE = 3_000;
const fetchSoon = fetchWithin(PATIENCE);

/** How long a pass lasts is the difference of two times of the server: the phone's clock may say what it likes. */
export const drawPass = (client: Client) => async (): Promise<Drawn> => {
  const { data, error } = await client.query(MY_PASS, {}, { fetch: fetchSoon }).toPromise();
  const pass = data?.myPass;
  if (error !== undefined || pass === undefined) return { kind: 'failed' };
  if (pass.__typename === 'PassUnavailable') return { kind: 'none' };
  return { kind: 'pass', text: pass.text, life: Date.parse(pass.expiresAt) - Date.parse(pass.drawnAt) };
};
