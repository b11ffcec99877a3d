import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { type Plugin } from 'vite';

/** Behind the mark, as in the drawing: what is cut to a circle by some phones has no corners of its own. */
const GROUND = '#0b7285';
/** The part of a side that every phone shows of a maskable icon (https://www.w3.org/TR/appmanifest/#icon-masks). */
const SAFE = 0.8;

/** Draws the icons of what is installed from the one drawing that there is. @param drawing an SVG */
export const appIcons = (drawing: string): Plugin => ({
  name: 'presente-app-icons',
  apply: 'build',
  async generateBundle() {
    const svg = readFileSync(drawing);
    const icon = (side: number): Promise<Buffer> => drawn(svg, side).png().toBuffer();
    const whole = async (side: number): Promise<Buffer> => {
      const inner = Math.round(side * SAFE);
      const border = (side - inner) / 2;
      const [before, after] = [Math.floor(border), Math.ceil(border)];
      const ground = { background: GROUND };
      return sharp(await drawn(svg, inner).png().toBuffer())
        .flatten(ground)
        .extend({ top: before, left: before, bottom: after, right: after, ...ground })
        .png()
        .toBuffer();
    };
    const icons = {
      'icon-192.png': await icon(192),
      'icon-512.png': await icon(512),
      'icon-maskable-512.png': await whole(512),
      'icon-apple-180.png': await whole(180),
    };
    for (const [name, source] of Object.entries(icons))
      this.emitFile({ type: 'asset', fileName: `pass/${name}`, source: new Uint8Array(source) });
  },
});

/** Sharp at any size: drawn at it, not enlarged. */
const drawn = (svg: Buffer, side: number) => sharp(svg, { density: (72 * side) / 64 }).resize(side, side);
