import { sharp } from '../../../../src/platform/face/image-library.js';
import { ChallengeStep } from '../../../../src/modules/validation/challenge/challenge-step.js';
import { type Sidecar } from '../sidecar.js';

export interface MadeSequence {
  readonly name: string;
  readonly frames: readonly Uint8Array[];
  readonly sidecar?: Sidecar;
}

type Frames = readonly Uint8Array[];
type Sharp = ReturnType<typeof sharp>;

const changed = (frames: Frames, change: (frame: Sharp, index: number) => Sharp): Promise<Buffer[]> =>
  Promise.all(frames.map((frame, index) => change(sharp(frame), index).jpeg({ quality: 92 }).toBuffer()));

const every = (frames: Frames, step: number): Frames => frames.filter((_, index) => index % step === 0);

/** The same honest film of a head that turns from one side to the other, otherwise filmed. */
export async function honestFilms(film: Frames): Promise<MadeSequence[]> {
  const mirrored = await changed(film, (frame) => frame.flop());
  return [
    { name: 'as-filmed', frames: film },
    { name: 'backwards', frames: film.toReversed() },
    { name: 'mirrored', frames: mirrored },
    { name: 'mirrored-backwards', frames: mirrored.toReversed() },
    { name: 'every-third', frames: every(film, 3) },
    { name: 'every-third-backwards', frames: every(film, 3).toReversed() },
    { name: 'every-fourth', frames: every(film, 4) },
    { name: 'every-seventh', frames: every(film, 7) },
    { name: 'darker', frames: await changed(film, (frame) => frame.modulate({ brightness: 0.6 })) },
    { name: 'brighter', frames: await changed(film, (frame) => frame.modulate({ brightness: 1.1 })) },
    { name: 'smaller', frames: await changed(film, (frame) => frame.resize({ width: 400 })) },
    { name: 'softer', frames: await changed(film, (frame) => frame.blur(1)) },
    {
      name: 'by-a-hand-held-camera',
      frames: await changed(film, (frame, index) =>
        frame.extract({ left: 12 + (index % 5) * 2, top: 10 + (index % 3) * 3, width: 600, height: 450 }),
      ),
    },
  ];
}

/** Where the face is on a picture of `others`. */
const FACE = { left: 190, top: 60, width: 260, height: 320 };

/**
 * What somebody does to an honest film who has it and not the person.
 * @param others 640 × 480, of somebody else in the middle; as many as the film has
 */
export async function tamperedFilms(film: Frames, others: Frames): Promise<MadeSequence[]> {
  const half = Math.round(film.length * 0.6);
  const [before, after] = [film.slice(0, half), film.slice(half)];
  const single = every(film, 3);
  const beside = await Promise.all(others.map((other) => sharp(other).extract(FACE).toBuffer()));
  return [
    { name: 'swapped-midway', frames: [...before, ...others.slice(half)] },
    {
      name: 'two-faces',
      frames: await changed(film, (frame, index) =>
        frame.composite([{ input: beside[index] ?? '', left: 0, top: 80 }]),
      ),
    },
    { name: 'shuffled', frames: single.flatMap((_, index) => single[(index * 7) % single.length] ?? []) },
    { name: 'played-twice', frames: [...film, ...film] },
    { name: 'frozen', frames: [...before, ...after.flatMap(() => before.at(-1) ?? [])] },
    {
      name: 'jumping',
      frames: [
        ...before,
        ...(await changed(after, (frame) =>
          frame.extend({ left: 320, background: 'grey' }).extract({ left: 0, top: 0, width: 640, height: 480 }),
        )),
      ],
    },
    { name: 'too-fast', frames: single, sidecar: { times: single.map((_, index) => index * 20) } },
    {
      name: 'with-a-pause',
      frames: single,
      sidecar: { times: single.map((_, index) => index * 100 + (index > 12 ? 6_000 : 0)) },
    },
    {
      name: 'answers-something-else',
      frames: single,
      sidecar: { steps: [ChallengeStep.BLINK, ChallengeStep.LOOK_LEFT] },
    },
  ];
}
