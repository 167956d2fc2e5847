import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { applyChanged } from './apply.ts';

/** A screen that shows how far a piece of work is, with answers that come when the test lets them. */
function openScreen() {
  const client = new QueryClient();
  const asked: ((answer: string) => void)[] = [];
  const queryFn = (): Promise<string> => new Promise((resolve) => asked.push(resolve));
  const observer = new QueryObserver(client, { queryKey: ['/api/batches/:id'], queryFn, staleTime: Infinity });
  const shown: (string | undefined)[] = [];
  const close = observer.subscribe(({ data }) => shown.push(data));
  const message = { topic: 'batch', id: 'one', gone: true } as const;
  const tell = (): void => applyChanged(client, message, [{ topic: 'batch', paths: ['/api/batches/:id'] }]);
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { asked, tell, settle, close, shown: () => shown.at(-1) };
}

test('what changed while its first fetch was on its way is fetched once more', async () => {
  const screen = openScreen();
  screen.tell();
  screen.tell();
  expect(screen.asked).toHaveLength(1);
  screen.asked[0]?.('2 of 3');
  await screen.settle();
  expect(screen.asked).toHaveLength(2);
  screen.asked[1]?.('done');
  await screen.settle();
  expect(screen.shown()).toBe('done');
  expect(screen.asked).toHaveLength(2);
  screen.close();
});

test('a later fetch on its way is ended and asked anew, and nothing is fetched that nobody told of', async () => {
  const screen = openScreen();
  screen.asked[0]?.('1 of 3');
  await screen.settle();
  expect(screen.asked).toHaveLength(1);
  screen.tell();
  screen.tell();
  screen.asked.at(-1)?.('done');
  await screen.settle();
  expect(screen.shown()).toBe('done');
  screen.close();
});
