import { people } from '../../../scripts/demo/people.js';
import { type OpenedValidation } from '../../../scripts/client/desk.js';
import { holdPhotograph, perform, type Performance, portrait } from '../../../scripts/demo/actor.js';
import { holdScreen } from '../../support/shown-picture.js';
import { type AttackGroup, judge, type Outcome } from '../attack.js';
import { type Target } from '../target.js';

interface Door {
  readonly checkpointId: string;
  readonly card: string;
}

async function guardedDoor({ desk }: Target): Promise<Door> {
  const { card } = await desk.enrol([await portrait()]);
  return { card, checkpointId: await desk.checkpoint('FACE', 'ACTIVE') };
}

const stepsOf = ({ challenge }: OpenedValidation): readonly string[] => challenge?.steps ?? [];

/** @param shown what is held before the camera, ten seconds long: the attempt is made as old */
async function answer(
  { desk, database }: Target,
  { attempt, capture }: OpenedValidation,
  shown: Performance,
): Promise<Outcome> {
  await database.query(`UPDATE validation_attempts SET created_at = created_at - interval '10 s' WHERE id = $1`, [
    attempt.id,
  ]);
  await desk.send(capture.token, shown.frames, shown.capturedAt);
  const { state, reason } = await desk.end(attempt.id);
  return judge(`${state} ${String(reason)}`, { stopped: /^(INCONCLUSIVE|REJECTED)/, through: /^ACCEPTED/ });
}

export const presentations: AttackGroup = {
  title: 'the face before the camera',
  attacks: [
    {
      name: 'Holding a photograph to the camera, moved, tilted and brought closer',
      defence: 'a challenge that must be answered before anything is compared',
      source: 'ISO/IEC 30107-3, NIST SP 800-63A',
      weakening: {
        kind: 'stack',
        cuts: [
          {
            module: 'src/modules/validation/attempts/attempt-work.service.js',
            find: 'if (challenge === null)',
            put: 'if (true)',
          },
        ],
      },
      run: async (target) => {
        const { checkpointId, card } = await guardedDoor(target);
        const opened = await target.desk.open(checkpointId, card);
        return answer(target, opened, await holdPhotograph(stepsOf(opened)));
      },
    },
    {
      name: 'Holding a screen with a picture of the person to a camera that asks for nothing',
      defence: 'a passive network that looks at the face and its surroundings',
      source: 'ISO/IEC 30107-3, NIST SP 800-63A',
      weakening: {
        kind: 'stack',
        cuts: [
          {
            module: 'src/modules/validation/attempts/attempt-work.service.js',
            find: 'live: this.liveThreshold(task)',
            put: 'live: undefined',
          },
        ],
      },
      run: async ({ desk }) => {
        const { genuine } = await people();
        const { card } = await desk.enrol(genuine.map(({ jpeg }) => jpeg));
        const { attempt, capture } = await desk.open(await desk.checkpoint('FACE', 'PASSIVE'), card);
        await desk.send(capture.token, [await holdScreen()]);
        const { state, reason } = await desk.end(attempt.id);
        return judge(`${state} ${String(reason)}`, {
          stopped: /^INCONCLUSIVE LOOKS_LIKE_A_PICTURE/,
          through: /^ACCEPTED/,
        });
      },
    },
    {
      name: 'Playing the frames of an earlier validation again',
      defence: 'another challenge for each attempt, drawn at random',
      source: 'CEN/TS 18099, NIST SP 800-63A',
      weakening: {
        kind: 'stack',
        cuts: [
          {
            module: 'src/modules/validation/challenge/draw-challenge.js',
            find: 'all[random(all.length)]',
            put: 'all[0]',
          },
        ],
      },
      run: async (target) => {
        const { checkpointId, card } = await guardedDoor(target);
        const first = await target.desk.open(checkpointId, card);
        const film = await perform(stepsOf(first));
        const { through, seen } = await answer(target, first, film);
        if (!through) throw new Error(`The first answer is an honest one, and was not taken: ${seen}`);
        // One in 42 is the same as before: whoever draws at random draws another within a few.
        let next = await target.desk.open(checkpointId, card);
        for (let tries = 0; tries < 5 && stepsOf(next).join() === stepsOf(first).join(); tries++)
          next = await target.desk.open(checkpointId, card);
        return answer(target, next, film);
      },
    },
  ],
};
