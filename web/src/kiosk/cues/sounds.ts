/** Each told from the others with closed eyes; a note is a pitch in Hz and its length in seconds. */
const MELODIES = {
  read: [[880, 0.09]],
  step: [[660, 0.07]],
  accepted: [
    [660, 0.12],
    [880, 0.12],
    [1320, 0.22],
  ],
  refused: [
    [330, 0.2],
    [220, 0.32],
  ],
  operator: [
    [520, 0.16],
    [520, 0.16],
    [520, 0.16],
  ],
} as const;

export type Cue = keyof typeof MELODIES;

/** Milliseconds of vibration and rest, where the device can. */
const TREMBLES: Readonly<Record<Cue, number[]>> = {
  read: [40],
  step: [25],
  accepted: [60, 60, 60],
  refused: [300],
  operator: [120, 80, 120, 80, 120],
};

const VOLUME = 0.15;
let audio: AudioContext | undefined;

/** Browsers let a page sound only after somebody has touched it. */
export function allowSounds(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

export function play(cue: Cue): void {
  tremble(cue);
  if (audio?.state !== 'running') return;
  let at = audio.currentTime;
  for (const [pitch, length] of MELODIES[cue]) {
    sound(audio, pitch, at, length);
    at += length;
  }
}

/** Safari and Firefox have no vibration; a page that nobody has touched may not use it. */
function tremble(cue: Cue): void {
  if ('vibrate' in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate(TREMBLES[cue]);
}

function sound(context: AudioContext, pitch: number, at: number, length: number): void {
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(VOLUME, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + length);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + length);
}
