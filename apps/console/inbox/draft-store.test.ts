import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Draft, drafts } from './draft-store.ts';

// Neither page nor IndexedDB here: what is kept on the device is proved by the journeys in a browser.
beforeAll(() => {
  vi.stubGlobal('indexedDB', { open: () => ({}) });
  vi.stubGlobal('document', { visibilityState: 'hidden' });
});
afterAll(() => vi.unstubAllGlobals());

const words = (text: string): Draft => ({ text, quotes: [] });

test('what is handed over stays with the server until it arrived', () => {
  const saved: string[] = [];
  const save = async (draft: Draft) => saved.push(draft.text) > 0;
  drafts.write('one', 'reply', words('On its way'));
  drafts.hand('one', 'reply', save);
  expect(drafts.read('one', 'reply').text).toBe('');
  expect(saved).toEqual([]);
  drafts.arrived('one', 'reply');
  drafts.arrived('one', 'reply');
  expect(saved).toEqual(['']);
});

test('what is written while the message travels is not swept away when it arrives', () => {
  const saved: string[] = [];
  const save = async (draft: Draft) => saved.push(draft.text) > 0;
  drafts.write('two', 'reply', words('First'));
  drafts.hand('two', 'reply', save);
  drafts.write('two', 'reply', words('Second'));
  drafts.arrived('two', 'reply');
  expect(drafts.read('two', 'reply').text).toBe('Second');
  expect(saved).toEqual([]);
});

test('words of two devices are joined where neither has seen the other’s', () => {
  drafts.write('three', 'reply', words('Mine'));
  drafts.join('three', 'reply', { revision: 7, text: 'Theirs' });
  expect(drafts.read('three', 'reply').text).toBe('Theirs\n\nMine');
  drafts.join('three', 'reply', { revision: 9, text: 'Mine' });
  expect(drafts.read('three', 'reply').text).toBe('Theirs\n\nMine');
});

test('joined words keep the form and the files of both devices', () => {
  const file = { id: 'f', name: 'a.txt', mediaType: 'text/plain', sizeBytes: 1 };
  drafts.write('four', 'reply', { text: 'Mine', quotes: [], content: { html: '<div><strong>Mine</strong></div>' } });
  drafts.join('four', 'reply', { revision: 7, text: '1 < 2', uploads: [file] });
  expect(drafts.read('four', 'reply')).toMatchObject({
    text: '1 < 2\n\nMine',
    content: {
      html: '<div dir="auto">1 &lt; 2</div><div dir="auto"><br></div><div><strong>Mine</strong></div>',
    },
    uploads: [file],
  });
});

test('a draft that was sent from another device is gone here, unless it was written on meanwhile', async () => {
  const saved = async () => true;
  const gone = async () => false;
  const offer = (id: string) => drafts.offer(id, 'reply', words('Begun'), { id: 'd', revision: 3 });
  offer('five');
  await drafts.follow('five', 'reply', async () => true);
  expect(drafts.read('five', 'reply').text).toBe('Begun');
  await drafts.follow('five', 'reply', gone);
  expect(drafts.read('five', 'reply').text).toBe('');
  offer('six');
  await drafts.follow('six', 'reply', async () => {
    drafts.write('six', 'reply', words('Begun, and more'), saved);
    return false;
  });
  expect(drafts.read('six', 'reply').text).toBe('Begun, and more');
});
