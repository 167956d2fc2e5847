import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { runEnds } from './use-view.ts';

test('what belongs to a change runs for each of two, though nobody looks any more', async () => {
  const client = new QueryClient();
  const observer = new MutationObserver<number, never, number>(client, { mutationFn: async (given) => given * 2 });
  const leave = observer.subscribe(() => {});
  const lost: string[] = [];
  const kept: string[] = [];
  const both = [1, 2].map((given) => {
    const change = observer.mutate(given, { onSuccess: (reply) => void lost.push(`undo ${reply}`) });
    return runEnds(change, given, {
      onSuccess: (reply) => void kept.push(`undo ${reply}`),
      onSettled: () => void kept.push('over'),
    });
  });
  leave();
  await Promise.all(both);
  // the library itself forgets both, which is why this is ours
  expect(lost).toEqual([]);
  expect(kept.toSorted()).toEqual(['over', 'over', 'undo 2', 'undo 4']);
});

test('a change that is refused says so to who asked, and is over', async () => {
  const said: string[] = [];
  await runEnds(Promise.reject(new Error('no')), 1, {
    onSuccess: () => void said.push('done'),
    onError: () => void said.push('refused'),
    onSettled: () => void said.push('over'),
  });
  expect(said).toEqual(['refused', 'over']);
});
