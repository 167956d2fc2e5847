import { beforeEach, describe, test } from 'vitest';
import { readInbox, readOtherPages, readPublicPages } from '../journeys/demo-screens.ts';
import { useProgram } from '../journeys/started-program.ts';
import { browserMissing, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
const program = useProgram({ demo: true });

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

describe.for(['light', 'dark', 'right to left', 'a phone'] as const)('in %s', (look) => {
  test('the inbox is right by WCAG 2.2 AA: list, conversation, palette, keys, menus', () =>
    readInbox({ browser: browser(), url: program().url }, look));
  test('the pages of the others are right by WCAG 2.2 AA: settings, insights, notices', () =>
    readOtherPages({ browser: browser(), url: program().url }, look));
});

test.for(['at a desk', 'on a phone', 'in the dark'] as const)('the public pages are right by WCAG 2.2 AA %s', (look) =>
  readPublicPages({ browser: browser(), url: program().url }, look),
);
