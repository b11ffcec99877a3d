import { ApiClient } from '../../client/api-client.js';
import { Desk } from '../../client/desk.js';
import { people } from '../../demo/people.js';
import { type StartedStack } from '../../launcher/stack.js';
import { OperatorError } from '../../support/operator-error.js';
import { Visitor } from './visitor.js';

/** A checkpoint, and people with a card each who may pass it. */
export class Entrance {
  private constructor(
    /** The frame that everybody shows. */
    readonly frame: Buffer,
    private readonly signIn: () => Promise<Desk>,
    private readonly checkpointId: string,
    private readonly cards: readonly string[],
  ) {}

  static async open({ apiUrl, firstAdmin }: StartedStack, count: number): Promise<Entrance> {
    if (firstAdmin === undefined) throw new OperatorError('The bench got no administrator to sign in with.');
    const signIn = async () => new Desk(await ApiClient.signIn(apiUrl, firstAdmin));
    const desk = await signIn();
    const { genuine, probe } = await people();
    const checkpointId = await desk.checkpoint();
    const cards: string[] = [];
    while (cards.length < count) cards.push((await desk.enrol(genuine.map(({ jpeg }) => jpeg))).card);
    return new Entrance(probe.jpeg, signIn, checkpointId, cards);
  }

  /** Everybody, before kiosks that have just signed in. */
  async visitors(): Promise<Visitor[]> {
    const desk = await this.signIn();
    return this.cards.map((card) => new Visitor(desk, this.checkpointId, card, [this.frame]));
  }
}
