import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FrameFinding } from '../../../src/platform/face/examine-frames.js';
import { ChallengeStep } from '../../../src/modules/validation/challenge/challenge-step.js';
import { faceOf, type Stance } from '../../../test/support/head-model.js';
import { judgeSequence } from './judge-sequence.js';
import { type Sidecar } from './sidecar.js';

const ME = Float32Array.of(1, 0);
const SOMEBODY_ELSE = Float32Array.of(0, 1);

type Frame = Stance & { readonly somebodyElse?: boolean };

function shown({ somebodyElse, ...stance }: Frame, index: number): FrameFinding {
  const embedding = somebodyElse === true ? SOMEBODY_ELSE : ME;
  const face = faceOf({ ...stance, size: (stance.size ?? 80) * (1 + index / 500) }, embedding);
  return Math.abs(face.quality.noseOffset) > 0.4
    ? { usable: false, reason: 'TURNED_AWAY', turned: face }
    : { usable: true, face, embedding };
}

const policy = { threshold: 0.4, strict: false };

function judged(findings: readonly FrameFinding[], sidecar: Sidecar = {}, files?: readonly Uint8Array[]) {
  const frames = files ?? findings.map((_, index) => Uint8Array.of(index));
  const { accepted, reason, steps } = judgeSequence({ frames, sidecar }, findings, policy);
  assert.equal(accepted, reason === 'ANSWERED');
  return [reason, steps.join()];
}

const filmed = (...stances: readonly Frame[]): FrameFinding[] => stances.map(shown);
/** Degrees to the left, frame by frame. */
const turning = (...yaws: readonly number[]): FrameFinding[] => filmed(...yaws.map((yaw) => ({ yaw })));

const THERE_AND_BACK = [0, 0, 8, 16, 25, 30, 24, 15, 7, 0, -8, -16, -26, -30, -22, -12, -2, 0];

describe('judgeSequence', () => {
  it('judges a sequence by the turns that it shows', () => {
    assert.deepEqual(judged(turning(0, 25, 0, -25)), ['ANSWERED', 'LOOK_LEFT,LOOK_RIGHT']);
    assert.deepEqual(judged(turning(...THERE_AND_BACK)), ['ANSWERED', 'LOOK_LEFT,LOOK_RIGHT']);
    assert.deepEqual(judged(turning(0, 0, 2, 1)), ['TURN_FURTHER_LEFT', 'LOOK_LEFT']);
    assert.deepEqual(judged(turning(0, -10, -9, 0)), ['TURN_FURTHER_RIGHT', 'LOOK_RIGHT']);
  });

  it('begins with the first straight look, as a kiosk does', () => {
    assert.deepEqual(judged(turning(50, 40, 20, 0, -25)), ['ANSWERED', 'LOOK_RIGHT']);
    assert.deepEqual(judged(turning(50, 40, 30))[0], 'LOOK_STRAIGHT_FIRST');
    assert.deepEqual(judged([{ usable: false, reason: 'NO_FACE' }])[0], 'NO_FACE');
    assert.deepEqual(judged([{ usable: false, reason: 'IMAGE_UNREADABLE' }])[0], 'IMAGE_UNREADABLE');
  });

  it('wants the steps of a sidecar, and in its times', () => {
    const { LOOK_LEFT, LOOK_RIGHT } = ChallengeStep;
    const steps = [LOOK_RIGHT, LOOK_LEFT];
    assert.equal(judged(turning(0, 25, 0, -25), { steps })[0], 'CHALLENGE_OUT_OF_ORDER');
    assert.equal(judged(turning(0, -25, 0, 25), { steps })[0], 'ANSWERED');
    assert.equal(judged(turning(0, -25, 0, 25), { steps, times: [0, 50, 100, 150] })[0], 'FRAMES_NOT_IN_TIME');
  });

  it('sees what happens between the frames that a kiosk would choose of a long film', () => {
    const film = turning(...THERE_AND_BACK);
    const at = 9;
    assert.equal(judged(film.with(at, shown({ somebodyElse: true }, at)))[0], 'DIFFERENT_FACES');
    assert.equal(judged(film.with(at, { usable: false, reason: 'SEVERAL_FACES' }))[0], 'SEVERAL_FACES');
    assert.equal(judged(film.with(at, shown({ x: 5 }, at)))[0], 'FACE_JUMPED');
    assert.equal(judged([...film.slice(0, 9), ...film])[0], 'FRAMES_REPEATED');
  });

  it('takes a picture once that a camera gives up to three times, and no more often', () => {
    const times = (count: number) => {
      const film = turning(...THERE_AND_BACK);
      const [doubled] = film.slice(3);
      const findings =
        doubled === undefined ? film : film.toSpliced(3, 1, ...new Array<FrameFinding>(count).fill(doubled));
      return judged(
        findings,
        {},
        findings.map((finding) => Uint8Array.of(film.indexOf(finding))),
      )[0];
    };
    assert.deepEqual([times(1), times(3), times(4)], ['ANSWERED', 'ANSWERED', 'FRAMES_REPEATED']);
  });

  it('does not take frames in another order for a head: none is that fast', () => {
    const film = turning(...THERE_AND_BACK, ...THERE_AND_BACK.map((yaw) => yaw + 1));
    const shuffled = film.map((_, index) => film[(index * 11) % film.length]).filter((one) => one !== undefined);
    assert.equal(judged(shuffled)[0], 'FRAMES_NOT_IN_TIME');
  });

  it('knows a picture of a head, however long it is shown', () => {
    const sheet = (yaw: number): Frame => ({ depth: 0, bend: 0.9, yaw });
    const swung = filmed(...[0, 20, 40, 55, 62, 55, 40, 20, 0].map(sheet)).map((finding): FrameFinding => {
      if (!finding.usable) return finding;
      const { noseOffset } = finding.face.quality;
      return { ...finding, face: { ...finding.face, pose: { yaw: 150 * noseOffset, pitch: 0, roll: 0 } } };
    });
    assert.deepEqual(judged(swung), ['MOVES_LIKE_A_PICTURE', 'LOOK_LEFT']);
  });
});
