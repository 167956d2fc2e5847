import type { Tone } from './choices.ts';

/** One partial of a tone: when it begins and how long it lasts, in seconds, how high, how loud. */
interface Partial {
  readonly at: number;
  readonly lastsSeconds: number;
  readonly hertz: number;
  readonly loud: number;
  readonly shape: OscillatorType;
}

const of = (at: number, lastsSeconds: number, hertz: number, loud = 1, shape: OscillatorType = 'sine'): Partial => ({
  at,
  lastsSeconds,
  hertz,
  loud,
  shape,
});

const scores: Readonly<Record<Tone, readonly Partial[]>> = {
  ring: [0, 0.12, 0.24, 0.36].flatMap((at, index) => [
    of(at, 0.11, index % 2 === 0 ? 784 : 988, 0.9, 'triangle'),
    of(at + 0.7, 0.11, index % 2 === 0 ? 784 : 988, 0.9, 'triangle'),
  ]),
  bell: [of(0, 0.9, 880), of(0, 0.6, 1760, 0.4), of(0, 0.3, 2640, 0.2)],
  drop: [of(0, 0.12, 660), of(0.09, 0.28, 990, 0.9)],
  knock: [of(0, 0.07, 220, 1, 'triangle'), of(0.14, 0.09, 196, 1, 'triangle')],
  chime: [of(0, 0.5, 523), of(0.12, 0.5, 659, 0.9), of(0.24, 0.7, 784, 0.8)],
};

/** Steps in pitch by which the chats of one desk are told apart: whole tones and thirds of one chord. */
const steps = [1, 5 / 4, 3 / 2, 4 / 5, 2, 5 / 3];
/** Of full loudness: three partials at once must not crackle. */
const headroom = 0.3;

let context: AudioContext | undefined;
const listeners = new Set<() => void>();

/** Whether the browser still keeps this page silent. */
export function isBlocked(): boolean {
  return audio()?.state === 'suspended';
}

/** Tells when it is blocked or no longer is. */
export function onBlockChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the browser to let us sound; it does after something was pressed. */
export async function unblock(): Promise<boolean> {
  await Promise.race([audio()?.resume(), new Promise((resolve) => setTimeout(resolve, 300))]);
  for (const listener of listeners) listener();
  return audio()?.state === 'running';
}

/** Plays a tone now; `slot` is the place of a chat among several, heard as a pitch of its own. Answers whether it sounds. */
export function play(tone: Tone, volume: number, slot = 0): boolean {
  const out = audio();
  if (out === undefined || out.state !== 'running') return false;
  const pitch = steps[slot % steps.length] ?? 1;
  for (const partial of scores[tone]) {
    const from = out.currentTime + 0.02 + partial.at;
    const source = out.createOscillator();
    const loudness = out.createGain();
    source.type = partial.shape;
    source.frequency.value = partial.hertz * pitch;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(partial.loud * volume * headroom, from + 0.012);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + partial.lastsSeconds);
    source.connect(loudness).connect(out.destination);
    source.start(from);
    source.stop(from + partial.lastsSeconds + 0.02);
  }
  document.documentElement.dataset.lastTone = `${tone} ${slot}`;
  return true;
}

function audio(): AudioContext | undefined {
  if (context === undefined && typeof AudioContext !== 'undefined') {
    context = new AudioContext();
    context.addEventListener('statechange', () => {
      for (const listener of listeners) listener();
    });
  }
  return context;
}
