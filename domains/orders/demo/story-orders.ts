import type { OrderPhase } from '../contract.ts';

/** An order of the story, in days before its now. */
export interface StoryOrder {
  readonly who: string;
  readonly number: string;
  readonly phase: OrderPhase;
  readonly placedAgo: number;
  readonly deliveredAgo?: number;
  readonly lines: readonly {
    readonly name: string;
    readonly sku: string;
    readonly unitMinor: number;
    readonly quantity: number;
  }[];
  readonly refund?: { readonly minor: number; readonly ago: number };
}

const tent = { name: 'Ridgeline 2 tent', sku: 'RL2', unitMinor: 38_900 };
const jacket = { name: 'Storm jacket', sku: 'SJ-L', unitMinor: 24_900 };
const bag = { name: 'Larch sleeping bag', sku: 'LSB', unitMinor: 21_900 };
const pack = { name: 'Fell 55 backpack', sku: 'F55', unitMinor: 18_900 };
const stove = { name: 'Ember stove', sku: 'EST', unitMinor: 8_900 };
const mat = { name: 'Moss mat', sku: 'MMT', unitMinor: 11_900 };
const poles = { name: 'Trekking poles', sku: 'TPO', unitMinor: 9_500 };

/** What the shops of the story sell. */
export const goods = [tent, jacket, bag, pack, stove, mat, poles] as const;

/** What those bought whom one meets by name; Maya's come to 2,340 euro. */
export const known: readonly StoryOrder[] = [
  {
    who: 'maya',
    number: 'FH-20418',
    phase: 'delivered',
    placedAgo: 13,
    deliveredAgo: 8,
    lines: [{ ...tent, quantity: 1 }],
  },
  {
    who: 'maya',
    number: 'FH-17730',
    phase: 'delivered',
    placedAgo: 250,
    deliveredAgo: 245,
    lines: [
      { ...jacket, quantity: 2 },
      { ...pack, quantity: 2 },
    ],
  },
  {
    who: 'maya',
    number: 'FH-15104',
    phase: 'delivered',
    placedAgo: 430,
    deliveredAgo: 426,
    lines: [
      { ...bag, quantity: 2 },
      { ...mat, quantity: 3 },
      { ...poles, quantity: 2 },
      { name: 'Gas canister, 230 g', sku: 'GC2', unitMinor: 1_100, quantity: 4 },
      { name: 'Tarp', sku: 'TRP', unitMinor: 4_600, quantity: 1 },
    ],
  },
  {
    who: 'dieter',
    number: 'FH-20911',
    phase: 'delivered',
    placedAgo: 9,
    deliveredAgo: 4,
    lines: [{ ...jacket, quantity: 1 }],
  },
  {
    who: 'oskar',
    number: 'FH-20877',
    phase: 'returned',
    placedAgo: 20,
    deliveredAgo: 16,
    lines: [{ ...pack, quantity: 1 }],
    refund: { minor: 18_900, ago: 5 },
  },
  {
    who: 'chiara',
    number: 'FH-20690',
    phase: 'delivered',
    placedAgo: 15,
    deliveredAgo: 10,
    lines: [{ ...jacket, quantity: 1 }],
  },
  {
    who: 'alba',
    number: 'FH-14022',
    phase: 'delivered',
    placedAgo: 280,
    deliveredAgo: 270,
    lines: [{ ...tent, unitMinor: 33_100, quantity: 12 }],
  },
  { who: 'hugo', number: 'FH-21007', phase: 'packed', placedAgo: 2, lines: [{ ...stove, quantity: 1 }] },
  {
    who: 'noor',
    number: 'FH-20102',
    phase: 'delivered',
    placedAgo: 40,
    deliveredAgo: 36,
    lines: [{ ...tent, quantity: 1 }],
  },
  { who: 'femi', number: 'FH-20995', phase: 'sent', placedAgo: 3, lines: [{ ...stove, quantity: 1 }] },
];
