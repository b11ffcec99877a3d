import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AttackGroup, judge } from '../attack.js';
import { type Target } from '../target.js';

/** What each upload says of itself: eight frames, as large as they may be. Eight of them are more than there is room for. */
const UPLOAD_BYTES = 47_000_000;
const UPLOADS = 8;

/** Begins an upload and does not go on. @returns its connection, and the status if there is an answer all the same */
function beginUpload(url: string, ticket: string) {
  const answered = Promise.withResolvers<number>();
  const request = http.request(`${url}/captures`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ticket}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': UPLOAD_BYTES,
    },
  });
  request.on('response', ({ statusCode }) => {
    answered.resolve(statusCode ?? 0);
  });
  request.on('error', () => undefined);
  request.write('--x\r\n');
  return { request, answered: answered.promise };
}

async function fillMemory({ url, desk, faces }: Target): Promise<string> {
  const [door, { card }] = await Promise.all([desk.checkpoint(), desk.enrol(faces.genuine)]);
  const begun: ReturnType<typeof beginUpload>[] = [];
  try {
    while (begun.length < UPLOADS) {
      begun.push(beginUpload(url, (await desk.open(door, card)).capture.token));
      // In the order in which they come: it is the last that finds no room.
      await sleep(50);
    }
    return await Promise.race([
      ...begun.map(async ({ answered }) => `refused with ${await answered}`),
      sleep(5_000).then(() => 'all of them are waited for'),
    ]);
  } finally {
    for (const { request } of begun) request.destroy();
  }
}

export const floods: AttackGroup = {
  title: 'too much, and faults on purpose',
  attacks: [
    {
      name: 'Filling the memory of the API with uploads that never end',
      defence: 'the memory that uploads may fill at once',
      source: 'OWASP API4:2023, ASVS 5.2.1',
      weakening: { kind: 'settings', settings: { UPLOAD_MEMORY_BYTES: '4000000000' } },
      run: async (target) =>
        judge(await fillMemory(target), { stopped: /^refused with 503$/, through: /^all of them are waited for$/ }),
    },
    {
      name: 'Breaking a part on purpose, as ADMIN, where nobody has said that one may',
      defence: 'the setting without which there is nothing that makes faults',
      source: 'CWE-489, CWE-912',
      weakening: { kind: 'settings', settings: { FAULTS: 'true' } },
      run: async ({ admin }) => {
        const { injectFault } = await admin.ask<{ injectFault: { __typename: string } }>(
          `mutation { injectFault(input: { point: ENGINE, kind: LATENCY, rate: 0.01, seconds: 1 }) { __typename } }`,
        );
        return judge(injectFault.__typename, { stopped: /^FaultsDisabled$/, through: /^FaultInjected$/ });
      },
    },
  ],
};
