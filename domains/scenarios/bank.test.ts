import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleLines, faultsIn, lineLimit, mark, play, type Scenario } from '#science/practice';
import { bank, languageOf, practisedSkills } from './bank.ts';
import { doubleCharge } from './bank/double-charge.ts';
import { passPoints, practicePoints } from './scorecard.ts';

const each = bank.map((scenario) => [scenario.id, scenario] as const);
const pointsFor = (scenario: Scenario, lines: readonly string[]): number =>
  practicePoints(mark(scenario, play(scenario, languageOf(scenario), lines), true));

test('there are three scenarios at least for each skill that talking shows, in many industries and difficulties', () => {
  for (const skill of practisedSkills)
    expect(bank.filter(({ skills }) => skills.includes(skill)).length, skill).toBeGreaterThanOrEqual(3);
  expect(bank.length).toBeGreaterThanOrEqual(12);
  expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length);
  expect(new Set(bank.map(({ industry }) => industry)).size).toBeGreaterThanOrEqual(8);
  for (const difficulty of [1, 2, 3])
    expect(bank.filter((one) => one.difficulty === difficulty).length).toBeGreaterThanOrEqual(3);
});

test.each(each)('%s can be used: no dead end, nothing unreached, its examples understood', (_, scenario) => {
  expect(faultsIn(scenario, languageOf(scenario))).toEqual([]);
});

test.each(each)('%s: its own examples score high; rude, evasive and heaped words score low', (_, scenario) => {
  expect(pointsFor(scenario, exampleLines(scenario, languageOf(scenario)))).toBeGreaterThanOrEqual(16);
  for (const lines of [rude, evasive, heaped]) expect(pointsFor(scenario, lines)).toBeLessThanOrEqual(5);
});

test('one text for all customers stays below a pass on the whole', () => {
  const points = bank.map((scenario) => pointsFor(scenario, template));
  expect(points.reduce((sum, one) => sum + one, 0) / bank.length).toBeLessThan(13);
  expect(points.filter((one) => one >= 14).length).toBeLessThanOrEqual(4);
});

/** Every way of saying three of these lines, in every order. */
const generic = [
  'Good evening, I am sorry, I understand how you feel. May I have your order number and name?',
  'I understand. I will fix it and refund you by 5 pm today because it is our mistake.',
  'I will check what happened and write to you by tomorrow at noon.',
  'I am sorry for the trouble. I will take care of it and you will have an answer by Friday.',
  'It is on hold for seven days, so please wait until then because that is our rule.',
  'I will not release it. I will pass it to a colleague, who calls you by 5 pm today.',
];
const threes = generic.flatMap((one) => generic.flatMap((two) => generic.map((three) => [one, two, three])));

test('nobody passes the double charge without saying what happens with the second payment and sending it in writing', () => {
  const found = threes.filter((lines) => pointsFor(doubleCharge, lines) >= passPoints);
  expect(found).toEqual([]);
  // and any mixture of generic lines with the examples of other customers ends well only if it releases the payment
  const others = bank.filter(({ id, lang }) => id !== 'double-charge' && lang === 'en');
  const foreign = others.flatMap(({ turns }) => Object.values(turns).map(({ helps }) => helps));
  const line = fc.constantFrom(...generic, ...foreign.filter((help) => !/releas|cancel|lift|let go/i.test(help)));
  fc.assert(
    fc.property(fc.array(line, { minLength: 3, maxLength: lineLimit }), (lines) => {
      expect(pointsFor(doubleCharge, lines)).toBeLessThan(passPoints);
    }),
    { numRuns: 300 },
  );
});

test.each(each)('%s: good words that do not serve the customer never pass, in any order', (_, scenario) => {
  const isServed = (lines: readonly string[]): boolean =>
    ['solved', 'routed', 'agreed'].includes(play(scenario, languageOf(scenario), lines).ending?.how ?? '');
  const passed = threes.filter((lines) => !isServed(lines) && pointsFor(scenario, lines) >= passPoints);
  expect(passed).toEqual([]);
});

test.each(each)(
  '%s ends whatever is written, and from every turn that still listens the examples end it well',
  (_, scenario) => {
    const language = languageOf(scenario);
    const line = fc.oneof(
      fc.constantFrom(...Object.values(scenario.turns).map(({ helps }) => helps)),
      fc.constantFrom(...rude, ...evasive, ...template, ''),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: lineLimit, maxLength: lineLimit }), fc.nat(4), (lines, kept) => {
        expect(play(scenario, language, lines).ending).not.toBeNull();
        const before = lines.slice(0, kept);
        const halfway = play(scenario, language, before);
        if (halfway.at === null) return;
        // Going on as the examples say always ends, and never in a dead end.
        expect(play(scenario, language, exampleLines(scenario, language, before)).ending).not.toBeNull();
      }),
      { numRuns: 20 },
    );
  },
);

const rude = ['What do you want', 'Calm down, that is not my problem', 'You should have read the terms', 'whatever'];
const evasive = ['Hello', 'We value your feedback.', 'Someone will look into it soon.', 'Please be patient.', 'Bye'];
const heaped = [
  'hello sorry understand order number verify because refund replace today tomorrow 5 pm next step escalate supervisor',
  'sorry hello resolve refund fix today name email',
  'refund fix credit solved time 5 pm',
];
const template = [
  'Hello, I am sorry, I understand how you feel. May I have your order number and name?',
  'I understand. I will fix it and refund you by 5 pm today because it is our mistake.',
  'I will write to you by tomorrow. Is there anything else I can do?',
];
