/** The time an act takes, in seconds, each with where it comes from. */
const seconds = {
  // pointing and pressing in the keystroke-level model (Card, Moran, Newell 1980): 1.1 and 0.2; a finger is no slower
  tap: 1.3,
  // a mental act of the same model
  thought: 1.35,
  // 36.2 words a minute of five letters on a phone: Palin and others 2019, 37,370 people
  letter: 60 / (36.2 * 5),
  // a page over a slow line, by our own assumption; the server itself needs some milliseconds
  page: 2,
  // 238 words a minute read in silence: Brysbaert 2019
  word: 60 / 238,
} as const;

type Act = keyof typeof seconds;

interface Step {
  readonly says: string;
  /** Somebody who fills in what is asked, and no more, leaves it out. */
  readonly isFree?: boolean;
  readonly acts: Readonly<Partial<Record<Act, number>>>;
}

/** From an opening in sight to the page that says it is sent: the form as it stands, field by field. */
const steps: readonly Step[] = [
  { says: 'Reads the opening (150 words) and taps Apply', acts: { word: 150, thought: 1, tap: 1, page: 1 } },
  { says: 'Name, 14 letters', acts: { thought: 1, tap: 1, letter: 14 } },
  { says: 'E-mail address, 24 letters', acts: { thought: 1, tap: 1, letter: 24 } },
  { says: 'Phone, 12 digits', isFree: true, acts: { thought: 1, tap: 1, letter: 12 } },
  { says: 'Why you, two sentences of 160 letters', isFree: true, acts: { thought: 3, tap: 1, letter: 160 } },
  { says: 'CV from the files of the phone', isFree: true, acts: { thought: 2, tap: 4 } },
  { says: 'Link to a practice, pasted', isFree: true, acts: { thought: 2, tap: 3 } },
  { says: 'Reads the consent (40 words) and ticks it', acts: { word: 40, thought: 1, tap: 1 } },
  { says: 'Sends, and sees that it is here', acts: { thought: 1, tap: 1, page: 1 } },
];

const limitSeconds = 180;

/** How long one step takes. */
function takes({ acts }: Step): number {
  return Object.entries(acts).reduce((sum, [act, count]) => sum + seconds[act as Act] * count, 0);
}

/** How long it takes from the opening to applied: with every field, or with those alone that are asked for. */
export function applyingSeconds(which: 'every field' | 'what is asked'): number {
  return steps.filter(({ isFree }) => which === 'every field' || !isFree).reduce((sum, step) => sum + takes(step), 0);
}

/** The estimate as the document has it. */
export function applyByPhone(): string {
  const rows = steps.map((step) => {
    const { tap = 0, letter = 0 } = step.acts;
    return `| ${step.says} | ${step.isFree ? 'by choice' : 'asked'} | ${tap} | ${letter} | ${takes(step).toFixed(0)} |`;
  });
  const all = (which: Parameters<typeof applyingSeconds>[0]): string => applyingSeconds(which).toFixed(0);
  const taps = steps.reduce((sum, { acts }) => sum + (acts.tap ?? 0), 0);
  return `## From an opening to applied, on a phone

The bar is three minutes (${limitSeconds} s). No person was timed: this is an estimate by a keystroke-level model (Card, Moran,
Newell, *The Keystroke-Level Model for User Performance Time with Interactive Systems*, 1980: a tap as pointing and pressing,
1.3 s; a mental act, 1.35 s), with the typing of phones (36.2 words a minute: Palin and others, *How do People Type on Mobile
Devices?*, 2019), silent reading (238 words a minute: Brysbaert, *How many words do we read per minute?*, 2019), and 2 s for each
page over a slow line, which is our assumption. Autofill of name, address and phone, which the form allows, is not counted.

| step | field | taps | letters | s |
|---|---|---:|---:|---:|
${rows.join('\n')}

One page, seven fields of which three are asked for, ${taps} taps in all. What is asked:
**${all('what is asked')} s**; every field: **${all('every field')} s**.
`;
}
