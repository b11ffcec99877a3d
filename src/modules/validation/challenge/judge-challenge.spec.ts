import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faceOf, type Stance } from '../../../../test/support/head-model.js';
import { type FrameFinding } from '../../../platform/face/examine-frames.js';
import { type FaceAnalysis } from '../../../platform/face/face-engine.js';
import { ChallengeStep } from './challenge-step.js';
import { type ChallengeAnswer, judgeChallenge } from './judge-challenge.js';

const { LOOK_LEFT, LOOK_RIGHT, BLINK, COME_CLOSER } = ChallengeStep;

const ME = Float32Array.of(1, 0);
const SOMEBODY_ELSE = Float32Array.of(0, 1);

/** A head is never twice in one place: each frame a little larger than the one before. */
function frame(stance: Stance, index: number, embedding = ME): FrameFinding {
  const face = faceOf({ ...stance, size: (stance.size ?? 80) * (1 + index / 100) }, embedding);
  return Math.abs(face.quality.noseOffset) > 0.4
    ? { usable: false, reason: 'TURNED_AWAY', turned: face }
    : { usable: true, face, embedding };
}

const answerOf = (findings: readonly FrameFinding[], changes: Partial<ChallengeAnswer> = {}): ChallengeAnswer => ({
  files: findings.map((_, index) => Uint8Array.of(index)),
  findings,
  capturedAt: findings.map((_, index) => 1_000 + 400 * index),
  sinceAsked: 6_000,
  ...changes,
});
const acted = (...stances: readonly Stance[]): ChallengeAnswer =>
  answerOf(stances.map((stance, index) => frame(stance, index)));

const straight: Stance = {};
const left: Stance = { yaw: 25 };
const right: Stance = { yaw: -25 };
const halfway: Stance = { yaw: 12 };
const blinking: Stance = { open: 0.4 };
const near: Stance = { size: 115 };

const reasonOf = (answer: ChallengeAnswer, steps: readonly ChallengeStep[], strict = false): string => {
  const verdict = judgeChallenge(answer, { steps, threshold: 0.4, strict });
  return verdict.passed ? 'passed' : verdict.reason;
};

const all = [straight, left, straight, blinking, straight, right, straight, near];
const cases: [name: string, answer: ChallengeAnswer, steps: readonly ChallengeStep[], outcome: string][] = [
  ['a head that does both', acted(straight, left, straight, blinking, straight), [LOOK_LEFT, BLINK], 'passed'],
  ['from one side to the other', acted(straight, left, right, straight), [LOOK_LEFT, LOOK_RIGHT], 'passed'],
  [
    'through the positions between',
    acted(straight, halfway, left, halfway, straight, near),
    [LOOK_LEFT, COME_CLOSER],
    'passed',
  ],
  ['further than a comparison bears', acted(straight, { yaw: 40 }, straight, near), [LOOK_LEFT, COME_CLOSER], 'passed'],
  [
    'one side twice, with a blink between',
    acted(straight, left, blinking, left),
    [LOOK_LEFT, BLINK, LOOK_LEFT],
    'passed',
  ],
  ['who comes near and stays there', acted(straight, near, { ...near, ...left }), [COME_CLOSER, LOOK_LEFT], 'passed'],
  ['who blinks unasked, as everybody does', acted(straight, blinking, left, right), [LOOK_LEFT, LOOK_RIGHT], 'passed'],

  ['a photo that is held still', acted(straight, straight, straight), [LOOK_LEFT, BLINK], 'TURN_FURTHER_LEFT'],
  ['a photo that is zoomed', acted(straight, near, straight), [COME_CLOSER, LOOK_RIGHT], 'TURN_FURTHER_RIGHT'],
  ['a turn that stops halfway', acted(straight, halfway, straight, blinking), [LOOK_LEFT, BLINK], 'TURN_FURTHER_LEFT'],
  ['the other side', acted(straight, left, blinking), [LOOK_RIGHT, BLINK], 'TURN_FURTHER_RIGHT'],
  ['eyes that stay open', acted(straight, left, straight), [LOOK_LEFT, BLINK], 'BLINK_NOT_SEEN'],
  ['who stays where they are', acted(straight, left, straight), [LOOK_LEFT, COME_CLOSER], 'COME_CLOSER_NOT_SEEN'],
  ['who begins turned', acted(left, straight, blinking), [LOOK_LEFT, BLINK], 'LOOK_STRAIGHT_FIRST'],

  ['the other way round', acted(straight, blinking, straight, left), [LOOK_LEFT, BLINK], 'CHALLENGE_OUT_OF_ORDER'],
  ['the turns the other way round', acted(straight, right, left), [LOOK_LEFT, LOOK_RIGHT], 'CHALLENGE_OUT_OF_ORDER'],
  ['a film of somebody who does everything', acted(...all), [LOOK_LEFT, BLINK], 'CHALLENGE_OUT_OF_ORDER'],
  [
    'the answer to a longer challenge',
    acted(straight, left, right, left),
    [LOOK_LEFT, LOOK_RIGHT],
    'CHALLENGE_OUT_OF_ORDER',
  ],
  [
    'two steps in one frame',
    acted(straight, left, { ...near, ...blinking }),
    [LOOK_LEFT, COME_CLOSER, BLINK],
    'CHALLENGE_OUT_OF_ORDER',
  ],
];

describe('judgeChallenge', () => {
  for (const [name, answer, steps, outcome] of cases) {
    it(`${name}, asked for ${steps.join(', ')}: ${outcome}`, () => {
      assert.equal(reasonOf(answer, steps), outcome);
    });
  }

  const pictures: [how: string, held: Stance][] = [
    ['tilted until its nose is where that of a turned head is', { tilt: 55 }],
    ['bent and turned until its nose is where that of a turned head is', { bend: 0.9, yaw: 62 }],
    ['bent, and tilted aslant', { bend: 0.3, tilt: 55 }],
  ];
  for (const [how, held] of pictures) {
    it(`tells a head from a picture ${how}`, () => {
      const [flat, moved] = [{}, held].map((stance, index) => faceOf({ ...stance, depth: 0, size: 80 + index }, ME));
      assert.ok(flat !== undefined && moved !== undefined);
      const offset = moved.quality.noseOffset;
      assert.ok(Math.abs(offset) > 0.2, `else this shows nothing: ${offset}`);
      // Let the pose network be fooled, too.
      const fooled: FaceAnalysis = { ...moved, pose: { yaw: 30 * Math.sign(offset), pitch: 0, roll: 0 } };
      const findings = [flat, fooled].map((face): FrameFinding => ({ usable: true, face, embedding: ME }));
      const steps = [offset > 0 ? LOOK_LEFT : LOOK_RIGHT];
      assert.equal(reasonOf(answerOf(findings), steps), 'MOVES_LIKE_A_PICTURE');
    });
  }

  it('knows that no head turns from side to side in a sixth of a second', () => {
    const swung = acted(straight, { yaw: 35 }, { yaw: -35 });
    const at = (times: readonly number[]) => reasonOf({ ...swung, capturedAt: times }, [LOOK_LEFT, LOOK_RIGHT]);
    assert.deepEqual([at([0, 400, 560]), at([0, 400, 700])], ['FRAMES_NOT_IN_TIME', 'passed']);
  });

  it('looks at a turn at its height, where it is clearest', () => {
    const barely = acted(straight, { yaw: 17 }, { yaw: 30 }, straight);
    assert.equal(reasonOf(barely, [LOOK_LEFT]), 'passed');
  });

  it('wants the pose network to say so, where there is one', () => {
    const [before, after] = acted(straight, left).findings;
    assert.ok(before !== undefined && after?.usable === true);
    const posed = (yaw: number | undefined): FrameFinding => ({
      ...after,
      face: { ...after.face, pose: yaw === undefined ? undefined : { yaw, pitch: 0, roll: 0 } },
    });
    const outcomes = [undefined, 15, 5, -15].map((yaw) => reasonOf(answerOf([before, posed(yaw)]), [LOOK_LEFT]));
    assert.deepEqual(outcomes, ['passed', 'passed', 'TURN_FURTHER_LEFT', 'TURN_FURTHER_LEFT']);
  });

  describe('asked for LOOK_LEFT, BLINK', () => {
    const honest = acted(straight, left, straight, blinking);
    const judged = (changes: Partial<ChallengeAnswer>) => reasonOf({ ...honest, ...changes }, [LOOK_LEFT, BLINK]);
    const findingsWith = (at: number, finding: FrameFinding) => honest.findings.with(at, finding);

    it('wants one face throughout', () => {
      assert.equal(judged({ findings: findingsWith(1, frame(left, 1, SOMEBODY_ELSE)) }), 'DIFFERENT_FACES');
      assert.equal(judged({ findings: findingsWith(3, frame(blinking, 3, SOMEBODY_ELSE)) }), 'DIFFERENT_FACES');
      const far = frame({ yaw: 40 }, 1, SOMEBODY_ELSE);
      assert.equal(judged({ findings: findingsWith(1, far) }), 'DIFFERENT_FACES', 'also where it is turned away');
    });

    it('wants the face where it was a moment ago, and as large', () => {
      const jump = (stance: Stance, at: number) => judged({ findings: findingsWith(at, frame(stance, at)) });
      assert.equal(jump({ x: 1 }, 2), 'passed', 'somebody sways');
      assert.equal(jump({ x: 4 }, 2), 'FACE_JUMPED', 'half a picture in less than half a second');
      assert.equal(jump({ size: 200 }, 2), 'FACE_JUMPED', 'two and a half times as large');
      assert.equal(jump({ size: 30 }, 2), 'FACE_JUMPED');
      const slowly = { findings: findingsWith(2, frame({ x: 4 }, 2)), capturedAt: [0, 2_000, 4_000, 6_000] };
      assert.equal(judged(slowly), 'passed', 'whoever takes two seconds for it');
    });

    it('wants nobody else and nobody gone, and forgives a blurred frame', () => {
      for (const reason of ['SEVERAL_FACES', 'NO_FACE'] as const)
        assert.equal(judged({ findings: findingsWith(2, { usable: false, reason }) }), reason);
      assert.equal(judged({ findings: findingsWith(2, { usable: false, reason: 'BLURRED' }) }), 'passed');
      const dark = honest.findings.map((): FrameFinding => ({ usable: false, reason: 'TOO_DARK' }));
      assert.equal(judged({ findings: dark }), 'TOO_DARK');
    });

    it('tells who came too close from who did not come', () => {
      const near = honest.findings.with(3, { usable: false, reason: 'CUT_OFF' });
      assert.equal(reasonOf({ ...honest, findings: near }, [LOOK_LEFT, COME_CLOSER]), 'TOO_CLOSE');
      assert.equal(reasonOf({ ...honest, findings: near }, [LOOK_LEFT, BLINK]), 'BLINK_NOT_SEEN');
    });

    it('says what is wrong with a first look that is dark or blurred', () => {
      const dark = {
        findings: [{ usable: false, reason: 'TOO_DARK' }, ...acted(left, straight, blinking).findings],
      } as const;
      assert.equal(judged(dark), 'TOO_DARK');
    });

    it('wants every frame once, as a file and as a picture', () => {
      const [first] = honest.files;
      assert.equal(judged({ files: honest.files.with(2, first ?? new Uint8Array()) }), 'FRAMES_REPEATED');
      assert.equal(judged({ findings: findingsWith(2, honest.findings[0]!) }), 'FRAMES_REPEATED');
    });

    const times: [name: string, capturedAt: readonly number[] | undefined, sinceAsked: number, outcome: string][] = [
      ['no times', undefined, 6_000, 'FRAMES_NOT_IN_TIME'],
      ['as fast as can be', [0, 150, 300, 450], 6_000, 'passed'],
      ['faster than a head', [0, 100, 200, 300], 6_000, 'FRAMES_NOT_IN_TIME'],
      ['one time twice', [0, 400, 400, 800], 6_000, 'FRAMES_NOT_IN_TIME'],
      ['backwards', [0, 800, 400, 1_200], 6_000, 'FRAMES_NOT_IN_TIME'],
      ['a long gap', [0, 400, 5_401, 5_800], 60_000, 'FRAMES_NOT_IN_TIME'],
      ['begun before the challenge', [0, 2_000, 4_000, 6_000], 4_999, 'FRAMES_NOT_IN_TIME'],
      ['with a clock a little fast', [0, 2_000, 4_000, 6_000], 5_000, 'passed'],
    ];
    for (const [name, capturedAt, sinceAsked, outcome] of times) {
      it(`${name}: ${outcome}`, () => {
        assert.equal(judged({ capturedAt, sinceAsked }), outcome);
      });
    }

    it('gives the straight frames with open eyes to the comparison, and no others', () => {
      const verdict = judgeChallenge(honest, { steps: [LOOK_LEFT, BLINK], threshold: 0.4, strict: false });
      assert.ok(verdict.passed);
      assert.deepEqual(verdict.straight, [honest.findings[0], honest.findings[2]]);
    });

    it('asks the passive network where it is to be strict, and about the straight frames', () => {
      const lives = (values: readonly (number | undefined)[]): string => {
        const findings = honest.findings.map((finding, index): FrameFinding =>
          finding.usable ? { ...finding, face: { ...finding.face, live: values[index] } } : finding,
        );
        return reasonOf({ ...honest, findings }, [LOOK_LEFT, BLINK], true);
      };
      assert.equal(lives([0.9, 0.1, 0.9, 0.1]), 'passed');
      assert.equal(lives([0.1, 0.9, 0.1, 0.9]), 'LOOKS_LIKE_A_PICTURE');
      assert.equal(lives([undefined, undefined, undefined, undefined]), 'LOOKS_LIKE_A_PICTURE');
      assert.equal(judged({}), 'passed');
    });
  });
});
