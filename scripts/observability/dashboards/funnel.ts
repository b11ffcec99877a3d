import { type Dashboard, orZero, perSecond } from './panel.js';

const PICTURE = 'LOOKS_LIKE_A_PICTURE|MOVES_LIKE_A_PICTURE|FRAMES_REPEATED|FACE_JUMPED';
const CREDENTIAL = 'CREDENTIAL_.*|PASS_.*|PIN_.*|TURN_.*|TOO_MANY_FAILURES|LOCKED|CONSENT_MISSING|NOT_ENROLLED';
const CHALLENGE =
  'TURN_FURTHER_.*|BLINK_NOT_SEEN|COME_CLOSER_NOT_SEEN|TOO_CLOSE|CHALLENGE_OUT_OF_ORDER|FRAMES_NOT_IN_TIME|LOOK_STRAIGHT_FIRST';

const lastHour = (selector: string): string => orZero(`sum(increase(presente_validations_total${selector}[1h]))`);

/** Where people fall out on the way from the code to the door. */
export const funnel: Dashboard = {
  uid: 'presente-funnel',
  title: 'Validations',
  about: 'From the code that was shown to the answer: where people fall out, and why.',
  rows: [
    {
      title: 'The last hour',
      panels: [
        {
          title: 'Ended',
          about: 'All attempts.',
          unit: 'short',
          kind: 'number',
          queries: [{ expr: lastHour(''), legend: 'ended' }],
        },
        {
          title: 'Credential refused',
          about: 'Expired, revoked, replayed, without consent, locked: before a face was asked for.',
          unit: 'short',
          kind: 'number',
          queries: [{ expr: lastHour(`{reason=~"${CREDENTIAL}"}`), legend: 'refused' }],
        },
        {
          title: 'Challenge not answered',
          about: 'Many at one door: the picture of the step, or the light, is not understood there.',
          unit: 'short',
          kind: 'number',
          queries: [{ expr: lastHour(`{reason=~"${CHALLENGE}"}`), legend: 'not answered' }],
        },
        {
          title: 'Looked like a picture',
          about: 'Refusals of the liveness checks.',
          unit: 'short',
          kind: 'number',
          queries: [{ expr: lastHour(`{reason=~"${PICTURE}"}`), legend: 'pictures' }],
        },
        {
          title: 'Another face',
          about: 'The credential was somebody else’s, or the match failed.',
          unit: 'short',
          kind: 'number',
          queries: [{ expr: lastHour('{reason="FACE_MISMATCH"}'), legend: 'mismatches' }],
        },
        {
          title: 'Accepted',
          about: 'By the machine, or by an operator who looked.',
          unit: 'short',
          kind: 'number',
          queries: [{ expr: lastHour('{outcome="ACCEPTED"}'), legend: 'accepted' }],
        },
      ],
    },
    {
      title: 'Over time',
      panels: [
        {
          title: 'Reasons',
          about: 'Why attempts ended as they did, accepted ones left out.',
          unit: 'ops',
          width: 12,
          queries: [
            {
              expr: orZero(perSecond('presente_validations_total{outcome!="ACCEPTED"}', 'reason')),
              legend: '{{reason}}',
            },
          ],
        },
        {
          title: 'Running attempts',
          about: 'OPEN waits for frames, QUEUED for a worker.',
          unit: 'short',
          width: 12,
          queries: [{ expr: 'max by (state) (presente_validation_attempts_running)', legend: '{{state}}' }],
        },
      ],
    },
    {
      title: 'Doors, the last 15 minutes',
      panels: [
        {
          title: 'Share that was not accepted',
          about: 'One door far above the others has a broken lamp, a dirty lens or somebody who tries.',
          unit: 'percentunit',
          width: 12,
          queries: [
            {
              expr: '1 - sum by (checkpoint) (max by (checkpoint, outcome) (presente_checkpoint_recent_validations{outcome="accepted"})) / sum by (checkpoint) (max by (checkpoint, outcome) (presente_checkpoint_recent_validations))',
              legend: '{{checkpoint}}',
            },
          ],
        },
        {
          title: 'What was wrong, by door',
          about:
            '“unclear” is light, distance or the challenge; “picture” a liveness refusal; “forged” a bad or replayed code.',
          unit: 'short',
          width: 12,
          queries: [
            {
              expr: orZero(
                'max by (checkpoint, outcome) (presente_checkpoint_recent_validations{outcome!="accepted"})',
              ),
              legend: '{{checkpoint}} {{outcome}}',
            },
          ],
        },
      ],
    },
  ],
};
