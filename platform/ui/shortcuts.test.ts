import { expect, test } from 'vitest';
import {
  chordOf,
  conflictsOf,
  defaultChoices,
  isSingleKey,
  KeyReader,
  type KeyPress,
  keysOf,
  shortcuts,
} from './shortcuts.ts';
import { shortcutWords } from './shortcut-words.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('every shortcut has a name, so it can be found in the palette', () => {
  for (const shortcut of shortcuts) expect(shortcutWords.en).toHaveProperty(shortcut.id);
});

test('no two commands share a key as we ship them', () => {
  expect([...conflictsOf(defaultChoices)]).toEqual([]);
});

test('a Cyrillic keyboard closes with the key that carries E', () => {
  expect(chordOf(press('у', { code: 'KeyE' }))).toBe('e');
});

test('a Latin layout goes by what is printed on the key, not by its place', () => {
  expect(chordOf(press('z', { code: 'KeyY' }))).toBe('z');
});

test('a sign is the same with and without shift, a letter is not', () => {
  expect(chordOf(press('?', { code: 'Slash', shiftKey: true }))).toBe('?');
  expect(chordOf(press('A', { code: 'KeyA', shiftKey: true }))).toBe('shift+a');
});

test('⌥ and a digit is that digit, whatever sign a Mac would print', () => {
  expect(chordOf(press('¡', { code: 'Digit1', altKey: true }))).toBe('alt+1');
  expect(chordOf(press('1', { code: 'Digit1', altKey: true }))).toBe('alt+1');
});

test('⌘ and Ctrl mean the same, with Enter and with the full stop', () => {
  expect(chordOf(press('Enter', { code: 'Enter', metaKey: true }))).toBe('mod+enter');
  expect(chordOf(press('>', { code: 'Period', ctrlKey: true, shiftKey: true }))).toBe('mod+shift+.');
});

test('G then I within a moment is one command; too late it is not', () => {
  const live = new Map([
    ['goInbox', ['g i']],
    ['assignMe', ['i']],
  ]);
  const reader = new KeyReader();
  expect(reader.read('g', 0, live)).toBeUndefined();
  expect(reader.read('i', 500, live)).toBe('goInbox');
  expect(reader.read('g', 1000, live)).toBeUndefined();
  expect(reader.read('i', 5000, live)).toBe('assignMe');
});

test('switching single keys off leaves the combinations', () => {
  const choices = { keys: {}, singleKeysOff: true };
  expect(keysOf('close', choices)).toEqual([]);
  expect(keysOf('palette', choices)).toEqual(['mod+k']);
  expect(isSingleKey('g i')).toBe(true);
  expect(isSingleKey('f6')).toBe(false);
});

test('a key that was changed shows whom it now collides with', () => {
  const conflicts = conflictsOf({ keys: { reply: ['e'] }, singleKeysOff: false });
  expect(conflicts.get('e')).toEqual(['close', 'reply']);
});
