import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { freePort } from '../../scripts/support/ports.js';
import { fromRoot } from '../../src/config/paths.js';
import { openChromium, openPage, signInOn, withoutChromium } from '../support/chromium.js';

/** It builds everything, in a copy of all that there is. */
const notAsked = process.env['DEV_SPEC'] === undefined && 'takes a minute or more: DEV_SPEC=1 runs it';
const READY = /drawn anew with each change of web\/src: (\S+)/;
const PATIENCE = 240_000;

/** The project as somebody who works on it has it, for changes that nobody else sees. */
async function copyProject(target: string): Promise<void> {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: fromRoot(),
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name !== '' && !name.startsWith('docs/'))) {
    await mkdir(path.dirname(path.join(target, file)), { recursive: true });
    await cp(fromRoot(file), path.join(target, file));
  }
  // Links: they are large, and nothing in them is changed. A symbolic one would lead Vite out of the project.
  for (const folder of ['node_modules', 'web/node_modules', 'models'])
    execFileSync('cp', ['-al', fromRoot(folder), path.join(target, folder)]);
}

/** What a running command has printed that fits. */
function printed(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`It has not printed ${String(wanted)}:\n${output}`));
    }, PATIENCE);
    const end = () => {
      clearTimeout(timer);
      reject(new Error(`It has ended:\n${output}`));
    };
    child.on('exit', end);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const found = wanted.exec(output);
        if (found === null) return;
        clearTimeout(timer);
        child.off('exit', end);
        resolve(found);
      });
  });
}

describe('npm run dev', { skip: withoutChromium || notAsked }, () => {
  it('says where the pages are once they are there, and draws a page anew when its source changes', async (test) => {
    const scratch = await makeScratch('dev');
    test.after(() => removeScratch(scratch));
    const project = path.join(scratch, 'project');
    await copyProject(project);
    const ports = { PORT: String(await freePort()), WORKER_PORT: String(await freePort()) };
    const dev = spawn('npm', ['run', 'dev'], {
      cwd: project,
      env: { PATH: process.env['PATH'], HOME: scratch, ...ports },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    test.after(async () => {
      dev.kill('SIGTERM');
      if (dev.exitCode === null) await once(dev, 'exit');
    });
    const signIn = printed(dev, /e-mail +(\S+)\s+password +(\S+)/);
    const [, url = ''] = await printed(dev, READY);
    const [, email = '', password = ''] = await signIn;
    const browser = await openChromium();
    test.after(() => browser.close());
    const { page, faults } = await openPage(browser);
    // At once, as whoever clicks the address does.
    await page.goto(`${url}enrol`);
    await signInOn(page, { email, password });
    await page.getByRole('heading', { level: 1, name: 'Personas' }).waitFor();

    const source = path.join(project, 'web/src/enrolment/people/people-page.tsx');
    const text = await readFile(source, 'utf8');
    const changed = text.replace("title={t('places.people')}", 'title="Gente"');
    assert.notEqual(changed, text, 'the source is written differently by now');
    let loads = 0;
    page.on('domcontentloaded', () => loads++);
    await writeFile(source, changed);
    await page.getByRole('heading', { level: 1, name: 'Gente' }).waitFor();
    assert.equal(loads, 0, 'in its place, without loading the page anew');
    assert.deepEqual(faults, []);
  });
});
