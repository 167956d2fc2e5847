import { expect, test } from 'vitest';
import { findPage, readAddress } from './router.ts';

test('an address names its brand, its language and its page', () => {
  const languages = ['en', 'es'];
  expect(readAddress('', languages)).toEqual({ brand: null, lang: null, path: '/' });
  expect(readAddress('at/lumo/es/places/jamaica', languages)).toEqual({
    brand: 'lumo',
    lang: 'es',
    path: '/places/jamaica',
  });
  expect(readAddress('%E0%A4%A', languages).path).toBe('/%E0%A4%A');
});

test('a page that names its address in full stands before one with parts to fill in', () => {
  const pages = [
    { method: 'GET', path: '/:role' },
    { method: 'GET', path: '/skills' },
    { method: 'POST', path: '/openings/:opening/apply' },
  ] as const;
  expect(findPage(pages, 'GET', '/skills')?.page).toBe(pages[1]);
  expect(findPage(pages, 'GET', '/call-centre-specialist')?.params).toEqual({ role: 'call-centre-specialist' });
  expect(findPage(pages, 'POST', '/openings/7/apply')?.params).toEqual({ opening: '7' });
  expect(findPage(pages, 'GET', '/openings/7/apply')).toBeNull();
});
