import { expect, test } from 'vitest';
import { handlesOf, mentionAt, mentionsIn } from './mentions.ts';

const people = [
  { id: '1', name: 'Priya Raman' },
  { id: '2', name: 'Jonas Weber' },
  { id: '3', name: 'Jonas Lind' },
];

test('a first name is enough, unless two share it', () => {
  expect([...handlesOf(people).keys()]).toEqual(['Priya', 'Jonas.Weber', 'Jonas.Lind']);
});

test('a note names those whose handle stands in it, once each', () => {
  expect(mentionsIn('@priya and @Jonas.Lind. Again @Priya, not @Jonas or a@Priya', people)).toEqual(['1', '3']);
});

test('a name is being typed only after an @ that begins a word', () => {
  expect(mentionAt('hello @Pr', 9)).toBe('Pr');
  expect(mentionAt('@', 1)).toBe('');
  expect(mentionAt('mail@Pr', 7)).toBeUndefined();
  expect(mentionAt('@Priya said', 11)).toBeUndefined();
});

test('a team is named by the whole of its name, one word for its many', () => {
  const named = [...people, { id: '4', name: 'Billing & returns', isTeam: true }];
  expect([...handlesOf(named).keys()]).toContain('Billing.returns');
  expect(mentionsIn('@billing.returns and @Billing: who has it?', named)).toEqual(['4']);
});
