import { people } from '../demo/people.js';
import { forgeriesOf } from '../demo/forgeries.js';
import { type Desk } from '../client/desk.js';
import { Kiosk } from '../client/kiosk.js';
import { type Random } from '../support/random.js';
import { type VisitorKind } from './history.js';

/** So many people, each of whom somebody else may pretend to be a few times before they are locked out. */
const VICTIMS = 3;
const GENUINE = 2;

/** What somebody brings. */
export interface Bearer {
  /** What their QR says. */
  readonly card: string;
  readonly face: Buffer;
}

/** A school whose kiosks stand at one door, and the people who come there, with the right answer to each of them. */
export interface Scene {
  readonly kiosks: readonly Kiosk[];
  bearer(kind: VisitorKind, random: Random): Bearer;
}

/** @param kiosks of which each serves one person at a time */
export async function openScene(desk: Desk, kiosks: number): Promise<Scene> {
  const cast = await people();
  const photos = cast.genuine.map(({ jpeg }) => jpeg);
  const enrolled = async (count: number) => {
    const cards: string[] = [];
    while (cards.length < count) cards.push((await desk.enrol(photos)).card);
    return cards as [string, ...string[]];
  };
  const own = await enrolled(GENUINE);
  const stolen = await enrolled(VICTIMS);
  const revoked = await revokedCard(desk, photos);
  const [first, ...others] = forgeriesOf(own[0]).map(({ text }) => text);
  const forged = [first ?? '', ...others] as const;
  const [probe, other] = [cast.probe.jpeg, cast.other.jpeg];
  const bearers: Readonly<Record<VisitorKind, (random: Random) => Bearer>> = {
    genuine: (random) => ({ card: random.oneOf(own), face: probe }),
    'replayed-turn': (random) => ({ card: random.oneOf(own), face: probe }),
    impostor: (random) => ({ card: random.oneOf(stolen), face: other }),
    revoked: () => ({ card: revoked, face: probe }),
    unknown: (random) => ({ card: random.oneOf(forged), face: probe }),
  };
  const checkpointId = await desk.checkpoint('FACE', 'PASSIVE');
  return {
    kiosks: await Promise.all(
      Array.from({ length: kiosks }, async () =>
        Kiosk.pair(desk.client.url, await desk.pairingCode(checkpointId, 'Chaos')),
      ),
    ),
    bearer: (kind, random) => bearers[kind](random),
  };
}

async function revokedCard(desk: Desk, photos: readonly Buffer[]): Promise<string> {
  const { personId } = await desk.enrol(photos);
  const { id, text } = await desk.issueCard(personId);
  await desk.revoke(id);
  return text;
}
