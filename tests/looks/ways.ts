import { phone } from '../support/browser.ts';

/** Each way in which a screen may look, apart from the plain one. */
export const ways = {
  dark: { look: { theme: 'dark' }, options: {} },
  rtl: { look: { theme: 'light', direction: 'rtl' }, options: {} },
  phone: { look: { theme: 'light' }, options: { viewport: phone } },
} as const;
