import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { fromRoot } from '../../src/config/paths.js';
import { CONSENT_TEXTS } from '../../src/modules/enrolment/consents/consent-texts.js';
import {
  anchorsOf,
  linksOf,
  type MarkdownPage,
  markdownPages,
  npmCommandsOf,
  shellBlocksOf,
  specsNamedIn,
} from '../support/markdown.js';

const scriptsOf = async (file: string): Promise<string[]> =>
  Object.keys((JSON.parse(await readFile(fromRoot(file), 'utf8')) as { scripts: object }).scripts);

describe('the manual', () => {
  let pages: MarkdownPage[];
  before(async () => {
    pages = await markdownPages();
  });
  const page = (name: string): string => pages.find((one) => one.name === name)?.text ?? assert.fail(name);
  const eachWith = <T>(of: (page: MarkdownPage) => readonly T[]): [string, T][] =>
    pages.flatMap((one) => of(one).map((found): [string, T] => [one.name, found]));

  it('links to files and headings that are there', async () => {
    const dead: string[] = [];
    for (const [name, link] of eachWith(linksOf)) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? fromRoot(name) : path.resolve(fromRoot(name), '..', decodeURI(file));
      const isThere = existsSync(target);
      const hasAnchor = (): Promise<boolean> =>
        readFile(target, 'utf8').then((text) => anchorsOf(text).has(decodeURI(anchor ?? '')));
      if (!isThere || (anchor !== undefined && !(await hasAnchor()))) dead.push(`${name}: ${link}`);
    }
    assert.deepEqual(dead, []);
  });

  it('names commands that are there', async () => {
    const [here, infra] = await Promise.all([scriptsOf('package.json'), scriptsOf('infra/package.json')]);
    const unknown = eachWith(({ text }) => npmCommandsOf(text)).filter(
      ([, command]) => !(command.infra ? infra : here).includes(command.script),
    );
    assert.deepEqual(unknown, []);
  });

  it('names tests that are there', async () => {
    const specs = (await readdir(fromRoot('test'), { recursive: true })).map((name) => `test/${name}`);
    const unknown = eachWith(({ text }) => specsNamedIn(text)).filter(
      ([, part]) => !specs.some((spec) => spec.includes(part)),
    );
    assert.deepEqual(unknown, []);
  });

  it('has every command in one table, with what it needs', async () => {
    const table = page('CONTRIBUTING.md').split('## Every command')[1] ?? '';
    const named = npmCommandsOf(table);
    const before = /^(pre|post)/;
    for (const [file, infra] of [
      ['package.json', false],
      ['infra/package.json', true],
    ] as const) {
      const listed = named.filter((command) => command.infra === infra).map(({ script }) => script);
      const scripts = (await scriptsOf(file)).filter((script) => !before.test(script));
      assert.deepEqual([...new Set(listed)].sort(), scripts.sort(), file);
    }
  });

  it('says in Spanish what it says in English: the same commands, the same links', () => {
    const languageless = (link: string) => link.replace(/\.(es|en)(?=\.md)/, '').replace(/#.*/, '');
    for (const [english, spanish] of [
      ['README.md', 'README.es.md'],
      ['docs/tour.md', 'docs/tour.es.md'],
      ['docs/privacy/dpia.en.md', 'docs/privacy/dpia.es.md'],
      ['docs/privacy/consent.en.md', 'docs/privacy/consent.es.md'],
      ['docs/privacy/record.en.md', 'docs/privacy/record.es.md'],
    ] as const) {
      assert.deepEqual(shellBlocksOf(page(spanish)), shellBlocksOf(page(english)), spanish);
      const links = (name: string) => linksOf({ name, text: page(name) }).map(languageless);
      assert.deepEqual(links(spanish), links(english), spanish);
      assert.deepEqual(npmCommandsOf(page(spanish)), npmCommandsOf(page(english)), spanish);
    }
  });

  it('has the texts of consents word for word', () => {
    for (const { version, language, body } of CONSENT_TEXTS) {
      const paper = page(`docs/privacy/consent.${language}.md`);
      assert.ok(paper.includes(version) && paper.split(body).length === 3, `${language} ${version}`);
    }
  });
});
