import { expect, test } from 'vitest';
import * as contract from '../contract.ts';
import { historyWords } from './history-words.ts';

const unsaid = (names: readonly string[]): readonly string[] => names.filter((name) => !(name in historyWords.en));

test('every fact of a conversation has its words in its history', () => {
  const names = Object.values(contract).flatMap(eventNameOf);
  expect(names.length).toBeGreaterThan(30);
  // words of a workspace have no history that is shown
  expect(unsaid(names.filter((name) => name !== 'words.changed'))).toEqual([]);
});

test('so has each way it was closed, each reason a reply was stopped, each link and each priority', () => {
  const ways = contract.conversationClosed.body.shape.how.options;
  const priorities = [1, 2, 3, 4].map((priority) => `priority-${priority}`);
  expect(contract.Priority.maxValue).toBe(4);
  expect(unsaid([...ways, ...contract.StopReason.options, ...contract.LinkRelation.options, ...priorities])).toEqual(
    [],
  );
});

function eventNameOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('body' in value)) return [];
  return 'name' in value && typeof value.name === 'string' ? [value.name] : [];
}
