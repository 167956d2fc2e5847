import { expect, test } from 'vitest';
import { applyByPhone, applyingSeconds } from './apply-by-phone.ts';

test('from an opening to applied takes at most three minutes on a phone, by the model, with every field', () => {
  const [asked, every] = [applyingSeconds('what is asked'), applyingSeconds('every field')];
  expect(asked).toBeGreaterThan(60);
  expect(every).toBeGreaterThan(asked);
  expect(every).toBeLessThan(180);
  expect(applyByPhone()).toContain(`**${every.toFixed(0)} s**`);
});
