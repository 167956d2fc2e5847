import { afterAll, expect, test } from 'vitest';
import { sayer, setLanguage, words } from '#platform/ui';
import { lengthened, mirrored } from '#science/text';
import { speakPseudo } from './pseudo.ts';

afterAll(() => setLanguage('en'));

test('a made-up language is longer, accented and in brackets, and what is filled in stays as it is', () => {
  expect(lengthened('Reply to {{name}}')).toMatch(/^\[Répļý ţö \{\{name\}\} ·+\]$/u);
  expect(lengthened('Send').length).toBeGreaterThan('Send'.length * 1.4);
  expect(mirrored('Send')).toBe('[\u202ESend\u202C]');
});

test('areas that come later, with their page, are spoken in it too', async () => {
  const before = sayer(words('pseudo-before', { send_one: '{{count}} mail', send_other: '{{count}} mails' }));
  await setLanguage('en-XA');
  speakPseudo('en-XA');
  const after = sayer(words('pseudo-after', { close: 'Close' }));
  expect(before('send', { count: 2 })).toMatch(/^\[2 máíļš ·+\]$/u);
  expect(after('close')).toMatch(/^\[Çļöšé/u);
});
