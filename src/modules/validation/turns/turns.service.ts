import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { type Actor } from '../../auth/index.js';
import { CheckpointClosed } from '../attempts/attempt.type.js';
import { ValidationReason } from '../attempts/validation-reason.js';
import { CheckpointAccess } from '../checkpoints/checkpoint-access.js';
import { CheckpointsService } from '../checkpoints/checkpoints.service.js';
import { judgeTurn, needsTurn, type TurnUse } from './turn-verdict.js';
import { type OpenTurnResult, TurnOpened } from './turn.type.js';
import { TurnsRepository } from './turns.repository.js';

const NONCE_BYTES = 16;

/** What came of a nonce that was shown, or of none. */
export interface TakenTurn {
  /** Of the turn that the nonce is of, whether it was good or not; null when it is of none. */
  readonly turnId: string | null;
  readonly refusal?: ValidationReason;
}

/** A checkpoint's nonces: each is good for one validation, so that nothing prepared elsewhere or earlier opens one. */
@Injectable()
export class TurnsService {
  constructor(
    private readonly turns: TurnsRepository,
    private readonly checkpoints: CheckpointsService,
    private readonly access: CheckpointAccess,
    @Inject(ENVIRONMENT) private readonly env: Environment,
  ) {}

  async open(checkpointId: string, actor: Actor): Promise<OpenTurnResult> {
    await this.access.require(actor, checkpointId, 'openTurn');
    const checkpoint = await this.checkpoints.get(checkpointId, actor);
    if (checkpoint.closedAt !== null) return new CheckpointClosed();
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    const turn = { id: uuidv7(), nonceHash: hashOf(nonce), checkpointId, openedBy: actor.id };
    return new TurnOpened(nonce, await this.turns.insert(turn, this.env.TURN_SECONDS));
  }

  /** Uses a nonce up, in the transaction that makes the attempt. */
  async take(nonce: string | null | undefined, use: TurnUse): Promise<TakenTurn> {
    if (nonce === null || nonce === undefined)
      return { turnId: null, ...(needsTurn(use) && { refusal: ValidationReason.TURN_REQUIRED }) };
    const turn = await this.turns.hold(hashOf(nonce));
    const refusal = judgeTurn(turn, use);
    if (refusal !== undefined) return { turnId: turn?.id ?? null, refusal };
    if (turn !== undefined) await this.turns.markUsed(turn.id);
    return { turnId: turn?.id ?? null };
  }
}

const hashOf = (nonce: string): Buffer => createHash('sha256').update(nonce).digest();
