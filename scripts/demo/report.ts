import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asExpected, type CaseOutcome, wantedOf } from './cases.js';
import { type Picture } from './people.js';
import { type Story } from './story.js';
import { totalOf, verdictOn } from './table.js';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --ok: light-dark(#1a7f37, #3fb950); --no: light-dark(#cf222e, #f85149); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; } td { padding: .15rem 1rem .15rem 0; } td:last-child { text-align: right; }
.cases { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
.cases > li { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; overflow: hidden; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 0 0 .5rem; } p { margin: .5rem 0 0; overflow-wrap: anywhere; }
.pictures { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .75rem; align-items: center; }
svg { width: 100%; height: auto; border-radius: .25rem; } img { width: 100%; background: white; image-rendering: pixelated; }
.frames { display: grid; grid-template-columns: repeat(auto-fit, minmax(5rem, 1fr)); gap: .25rem; }
.enrolled { display: grid; grid-template-columns: repeat(3, minmax(0, 12rem)); gap: .75rem; margin: .5rem 0 1rem; }
.ok { color: var(--ok); } .no { color: var(--no); } small { opacity: .75; }`;

/**
 * Writes `index.html` and the pictures that were sent, which need no network.
 * The folder holds faces: it is for looking at, not for keeping.
 */
export async function writeReport(dir: string, story: Story): Promise<string> {
  await mkdir(dir, { recursive: true });
  await Promise.all(pictures(story).map(([name, { jpeg }]) => writeFile(path.join(dir, name), jpeg)));
  const file = path.join(dir, 'index.html');
  await writeFile(file, pageOf(story));
  return file;
}

const photoName = (index: number): string => `enrolled-${index + 1}.jpg`;
const frameName = (index: number, frame: number): string => `frame-${index + 1}-${frame + 1}.jpg`;

function pictures({ enrolled, outcomes }: Story): [name: string, picture: Picture][] {
  const photos = enrolled.map((photo, index): [string, Picture] => [photoName(index), photo]);
  const frames = outcomes.flatMap(({ sent }, index) =>
    sent.map((picture, frame): [string, Picture] => [frameName(index, frame), picture]),
  );
  return [...photos, ...frames];
}

/** The page alone. */
export function pageOf(story: Story): string {
  const { ok, sentence } = verdictOn(story);
  const steps = story.steps.map(({ step, milliseconds }) => `<tr><td>${escape(step)}<td>${milliseconds} ms`);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Presente: demo</title>
<style>${STYLE}</style>
<h1>Presente: demo</h1>
<p class="${ok ? 'ok' : 'no'}">${escape(sentence)}</p>
<p><small>The boxes show where the faces are known to be in the sample photos: the API tells neither boxes nor scores.</small></p>
<h2>Enrolled</h2>
<div class="enrolled">${story.enrolled.map((photo, index) => frameOf(photo, photoName(index), 'an enrolled photo')).join('')}</div>
<p><small>Three crops of one photo, as a burst would be: not three sittings. Case 1 shows the same person acting, made from the same photo; case 2 the photo itself.</small></p>
<h2>Validated</h2>
<ol class="cases">
${story.outcomes.map(cardOf).join('\n')}
</ol>
<h2>Before the first validation, and between them</h2>
<table>${steps.join('\n')}</table>
</html>
`;
}

function cardOf(outcome: CaseOutcome, index: number): string {
  const { name, got, qr, asked, sent, laps } = outcome;
  const frames = sent.map((picture, frame) => frameOf(picture, frameName(index, frame), `frame ${frame + 1}`));
  const pictures = frames.length > 0 ? frames.join('') : '<small>No picture was asked for.</small>';
  const verdict = asExpected(outcome)
    ? '<span class="ok">✓</span>'
    : `<span class="no">✗ expected ${escape(wantedOf(outcome))}</span>`;
  const times = laps.map(({ step, milliseconds }) => `${escape(step)} ${milliseconds}`).join(' · ');
  return `<li><h3>${index + 1}. ${escape(name)}</h3>
<div class="pictures"><img alt="the QR shown" src="${escape(qr)}"><div class="frames">${pictures}</div></div>
${asked.length > 0 ? `<p><small>Asked for: ${escape(asked.join(', '))}</small></p>` : ''}
<p>${verdict} <strong>${escape(got)}</strong><br><small>${times} · total ${totalOf(outcome)} ms</small></p></li>`;
}

function frameOf({ faces }: Picture, file: string, label: string): string {
  const boxes = faces.map(
    ({ left, top, width, height }) =>
      `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#2dd4bf" stroke-width="5" rx="8"/>`,
  );
  return `<svg viewBox="0 0 640 480" role="img" aria-label="${label}"><image href="${file}" width="640" height="480"/>${boxes.join('')}</svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
