import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Finding } from '../finding.js';
import { checkCameraOrigin } from './camera-origin.js';
import { checkClock } from './clock.js';
import { checkDiskSpace, judgeDiskSpace } from './disk-space.js';
import { checkMemory } from './memory.js';
import { checkNodeVersion } from './node-version.js';
import { judgeRedis } from './redis.js';
import { checkSettings, settingOrDefault } from './settings.js';

const gibibyte = 1024 ** 3;
const info = (version: string, policy: string) =>
  `# Server\r\nredis_version:${version}\r\n# Memory\r\nmaxmemory_policy:${policy}\r\n`;

/** Title, what the check says, and the status of each finding. */
const cases: [title: string, findings: Finding[], statuses: string[]][] = [
  ['Node 24', [checkNodeVersion('24.21.0')], ['ok']],
  ['a later Node', [checkNodeVersion('26.0.0')], ['ok']],
  ['an older Node', [checkNodeVersion('20.19.0')], ['failure']],
  ['plenty of memory', [checkMemory(4 * gibibyte)], ['ok']],
  ['little memory', [checkMemory(1.5 * gibibyte)], ['warning']],
  ['too little memory', [checkMemory(0.5 * gibibyte)], ['failure']],
  ['plenty of room', [judgeDiskSpace(10 * gibibyte)], ['ok']],
  ['little room', [judgeDiskSpace(1 * gibibyte)], ['warning']],
  ['too little room', [judgeDiskSpace(0.1 * gibibyte)], ['failure']],
  ['clocks that agree', [checkClock(-300)], ['ok']],
  ['clocks a little apart', [checkClock(2_000)], ['warning']],
  ['clocks far apart, behind', [checkClock(-6_000)], ['failure']],
  ['no clock to compare with', [checkClock(undefined)], ['ok']],
  ['localhost', checkCameraOrigin('127.0.0.1', []), ['ok']],
  ['every interface, plain', checkCameraOrigin('0.0.0.0', []), ['warning']],
  ['every interface behind https', checkCameraOrigin('0.0.0.0', ['https://kiosk.school.example']), ['ok']],
  ['a page of this machine', checkCameraOrigin('127.0.0.1', ['http://localhost:5173']), ['ok']],
  [
    'two plain pages',
    checkCameraOrigin('127.0.0.1', ['http://a.example', 'http://10.0.0.7:80', 'https://c.example']),
    ['failure', 'failure'],
  ],
  ['a Redis as it should be', judgeRedis(info('7.0.15', 'noeviction')), ['ok']],
  ['the oldest Redis that will do', judgeRedis(info('6.2.0', 'noeviction')), ['ok']],
  ['an old Redis that evicts', judgeRedis(info('5.0.14', 'allkeys-lru')), ['failure', 'failure']],
];

describe('the doctor judges', () => {
  for (const [title, findings, statuses] of cases) {
    it(`${title}: ${statuses.join(', ')}`, () => {
      assert.deepEqual(
        findings.map(({ status }) => status),
        statuses,
      );
    });
  }

  it('the room of a data folder that is not made yet', async () => {
    assert.match((await checkDiskSpace('/nowhere/at/all')).found, /^[\d.]+ GiB free/);
  });

  it('settings, each wrong one by name, and goes on with their defaults', () => {
    const found = checkSettings({ PORT: 'x', LOG_LEVEL: 'loud' }).map((finding) => finding.found.split(/[ :]/)[0]);
    assert.ok(found.includes('PORT') && found.includes('LOG_LEVEL') && found.includes('DATABASE_URL'));
    assert.equal(settingOrDefault({ PORT: 'x' }, 'PORT'), 3000);
    assert.equal(settingOrDefault({ PORT: '4000' }, 'PORT'), 4000);
  });
});
