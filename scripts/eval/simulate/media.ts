import { type Colour, each } from './light.js';
import { type Random } from '../../support/random.js';

/** What a medium makes of light, at a pixel of the camera. */
export interface Medium {
  show(light: Colour, x: number, y: number): Colour;
  /** Around the picture. */
  readonly rim: Colour;
  /** Width of the rim, in widths of the face. */
  readonly rimWidth: number;
  /** How far the paper bends towards the camera, in widths of the face. */
  readonly bend: number;
}

const wave = (place: number, period: number): number => Math.cos((2 * Math.PI * place) / period);
const mixed = (light: Colour, grey: number, share: number): Colour =>
  each(light, (value) => value + (grey - value) * share);
const luma = ([red, green, blue]: Colour): number => 0.3 * red + 0.59 * green + 0.11 * blue;

/** Three stripes a pixel, which beat with those of the camera; raised black, cold white, a black rim. */
export function screen(random: Random): Medium {
  const pitch = random.between(0.8, 2.2);
  const angle = random.between(-0.1, 0.1);
  const [stripes, rows] = [random.between(0.03, 0.25), random.between(0.02, 0.15)];
  const [black, gain] = [random.between(0.005, 0.04), random.between(0.6, 1.1)];
  const tint: Colour = [random.between(0.88, 1), 1, random.between(1, 1.15)];
  const gamma = random.between(0.9, 1.25);
  const show: Medium['show'] = (light, x, y) => {
    const [across, down] = [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
    return each(light, (value, channel) => {
      const grid = (1 + stripes * wave(across + (channel * pitch) / 3, pitch)) * (1 + rows * wave(down, pitch));
      return black + value ** gamma * grid * gain * tint[channel];
    });
  };
  return { show, rim: [0.02, 0.02, 0.022], rimWidth: random.between(0.04, 0.12), bend: 0 };
}

/** A screen of dots for each ink, fewer colours, grey black, warm paper with a white rim, bent. */
export function print(random: Random): Medium {
  const period = random.between(1.4, 3.5);
  const [dots, pale] = [random.between(0.02, 0.18), random.between(0.08, 0.3)];
  const [black, gain] = [random.between(0.03, 0.09), random.between(0.6, 1.1)];
  const tint: Colour = [1, random.between(0.95, 1), random.between(0.82, 0.98)];
  const angles: Colour = [0.26, 1.31, 0];
  const show: Medium['show'] = (light, x, y) =>
    each(mixed(light, luma(light), pale), (value, channel) => {
      const angle = angles[channel];
      const [across, down] = [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
      const dot = 1 + dots * (wave(across, period) + wave(down, period)) * (1 - value);
      return (black + value * dot * (0.8 - black)) * gain * tint[channel];
    });
  return {
    show,
    rim: [0.7 * gain, 0.69 * gain, 0.65 * gain],
    rimWidth: random.between(0, 0.15),
    bend: random.between(-0.12, 0.12),
  };
}
