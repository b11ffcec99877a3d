import { ApiClient } from '../../client/api-client.js';
import { Desk } from '../../client/desk.js';
import { type StartedStack } from '../../launcher/stack.js';
import { OperatorError } from '../../support/operator-error.js';
import { type Policy, type Scene, sceneOf } from './scene.js';
import { Visitor } from './visitor.js';

/** A checkpoint, and people with a card each who may pass it. */
export class Entrance {
  private constructor(
    private readonly scene: Scene,
    private readonly signIn: () => Promise<Desk>,
    private readonly checkpointId: string,
    private readonly cards: readonly string[],
  ) {}

  /** One of those that everybody shows. */
  get frame(): Buffer {
    return this.scene.frame;
  }

  static async open(
    { apiUrl, firstAdmin }: StartedStack,
    count: number,
    policy: Policy = 'passive',
  ): Promise<Entrance> {
    if (firstAdmin === undefined) throw new OperatorError('The bench got no administrator to sign in with.');
    const signIn = async () => new Desk(await ApiClient.signIn(apiUrl, firstAdmin));
    const desk = await signIn();
    const scene = await sceneOf(policy);
    const checkpointId = await desk.checkpoint('FACE', policy === 'active' ? 'ACTIVE' : 'PASSIVE');
    const cards: string[] = [];
    while (cards.length < count) cards.push((await desk.enrol(scene.photos)).card);
    return new Entrance(scene, signIn, checkpointId, cards);
  }

  /** Everybody, before kiosks that have just signed in. */
  async visitors(): Promise<Visitor[]> {
    const desk = await this.signIn();
    return this.cards.map((card) => new Visitor(desk, this.checkpointId, card, this.scene.play));
  }
}
