import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, earsFor, english, play, type Scenario, sentencesOf, spanish, understand } from './index.ts';

const ears = earsFor(english, { send: ['send|sending * another|new'] });
const heard = (line: string, said = '') => understand(ears, line, said);
const acts = (line: string, said = '') => [...heard(line, said).acts.keys()].sort();

test.each([
  ['Good morning Dana, my name is Mei.', ['greet']],
  ['I am really sorry about that.', ['apologise']],
  ['I can see why that is annoying.', ['acknowledge']],
  ['May I have your order number?', ['ask', 'verify']],
  ['I will send you another one by Thursday.', ['nextStep', 'send', 'time']],
  ['I’ll write to you within two hours.', ['nextStep', 'time']],
  ['We will look into it soon.', ['nextStep', 'vagueTime']],
  ['You should have read the mail.', ['blame']],
  ['Calm down.', ['rude']],
  ['I am passing this on to a colleague.', ['nextStep', 'route']],
])('hears what "%s" does', (line, expected) => {
  for (const act of expected) expect(acts(line)).toContain(act);
});

test('a "not" turns a promise around, but not a refusal', () => {
  expect(acts('I will not send another one.')).not.toContain('send');
  expect(acts('I do not need your order number.')).not.toContain('verify');
  expect(acts('Unfortunately I cannot do that.')).toContain('refuse');
});

test('typing slips are forgiven in long words, and short words stay what they are', () => {
  expect(acts('I appologise for that.')).toContain('apologise');
  expect(acts('I think so.')).not.toContain('thank');
  expect(distance('recieve', 'receive')).toBe(1);
});

test('a time is heard as it was written, and quoted with its sentence', () => {
  const { time, acts: found } = heard('Thank you. It will be with you by Thursday, I promise.');
  expect([time, found.get('time')]).toEqual(['by Thursday', 'It will be with you by Thursday, I promise.']);
  expect(heard('It comes in two to three working days.').time).toBe('in two to three working days');
  expect(heard('At 17:30 it is there.').time).toBe('At 17:30');
});

test('a list of words is heard and is no sentence', () => {
  expect(heard('hello sorry refund replace verify tomorrow escalate supervisor').isSentence).toBe(false);
  expect(heard('I will have the refund with you tomorrow.').isSentence).toBe(true);
});

test('the customer’s own words come back, small ones do not count', () => {
  expect(heard('So the helmet is for Saturday?', 'It is a helmet, his birthday is on Saturday.').echoes).toEqual([
    'helmet',
    'saturday',
  ]);
});

test('Spanish is heard with and without accents', () => {
  const oido = understand(earsFor(spanish, {}), 'Buenas tardes, entiendo. Le voy a escribir manana.', '');
  expect([...oido.acts.keys()]).toEqual(expect.arrayContaining(['greet', 'acknowledge', 'nextStep', 'time']));
});

test('no text is too odd to be read, and it is read the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (line) => {
      const first = heard(line, 'Where is my order?');
      expect(heard(line, 'Where is my order?')).toEqual(first);
      for (const { text } of sentencesOf(line)) expect(line).toContain(text);
    }),
    { numRuns: 200 },
  );
});

test('a customer who is not heard leaves after three lines, one who is insulted after two', () => {
  expect(play(small, english, ['So.', 'Well.', 'Hm.']).ending?.id).toBe('left');
  expect(play(small, english, ['Calm down.', 'Calm down please.']).ending?.id).toBe('left');
  expect(play(small, english, ['So.', 'Well.']).at).toBe('first');
  expect(play(small, english, ['It will be there by Monday.']).turns[0]?.answer).toBe('Good, by Monday.');
});

const small: Scenario = {
  id: 'small',
  version: 1,
  lang: 'en',
  title: 'Small',
  industry: 'retail',
  difficulty: 1,
  minutes: 1,
  skills: [],
  persona: { name: 'Ann', about: '' },
  mood: '',
  wants: '',
  customerKnows: [],
  systems: [],
  mustVerify: false,
  opening: 'When?',
  start: 'first',
  phrases: {},
  turns: { first: { hears: [{ on: ['time'], to: 'done' }], otherwise: ['When?', 'When then?'], helps: '', hint: '' } },
  endings: {
    done: { how: 'solved', says: 'Good, {time}.', because: '' },
    left: { how: 'unsolved', says: 'Bye.', because: '' },
  },
  reactions: { rude: '', blame: '', dismiss: '', onlySorry: '', onlyGreeting: '', question: '', vague: '' },
};
