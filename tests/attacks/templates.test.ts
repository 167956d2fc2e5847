import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { html } from '#platform/page';
import { composeReply, safeHtml } from '#science/mail';
import { useWorld } from '../support/world.ts';

/** What customers call themselves and write, put into everything of ours that has gaps: it stays words. */
const world = useWorld();
const nasty = [
  '{{name}}',
  '{{constructor}}',
  '{{#each x}}{{/each}}',
  '${7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '{date}',
  '{from}',
  '$&',
  "$`$'$1$$",
  '{__proto__}',
  '__html',
  '[x](javascript:alert(1))',
  '**bold**',
  '%s%n%x',
];
const markup = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' autofocus x='",
];

test.each([...nasty, ...markup])('%s is a name like any other: in sentences, mails and quotes', (name) => {
  const { say } = world().house;
  for (const language of ['en', 'es'])
    expect(say(language, 'Hello {{name}},', { name })).toBe(
      say(language, 'Hello {{name}},', { name: 'Ann' }).replace('Ann', () => name),
    );
  const { text, html: said } = composeReply({
    messageId: 'a@b.example',
    from: { name, address: 'help@shop.example' },
    to: [{ name, address: 'ann@b.example' }],
    subject: name,
    text: name,
    html: '<p>Hello</p>',
    original: { from: name, sentOn: '3 January 2026', text: name },
    attribution: 'On {date}, {from} wrote:',
    loopMark: { header: 'X-Rapport-Loop', value: 'x' },
  });
  expect(text).toContain(`On 3 January 2026, ${name} wrote:`);
  expect(said).not.toMatch(/<(script|img)/i);
});

test.each(markup)('%s is words on a page, and nothing that runs in a mail', (name) => {
  const page = html`<p title="${name}">${name}</p>`.html;
  expect(page).not.toMatch(/<(script|img)|["'] (onmouseover|autofocus)/i);
  expect(safeHtml(`<p>${name}</p>`, { cidUrl: () => null, remoteImages: 'blocked' }).html).not.toMatch(
    /<script|<img[^>]*onerror|<p[^>]*onmouseover/i,
  );
});

test('nothing that a browser gets from us writes markup or makes code from words', () => {
  const root = join(import.meta.dirname, '../..');
  const sink =
    /(inner|outer)HTML\s*[+]?=[^=]|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(|new Function\(|createContextualFragment|setTimeout\(\s*['"`]|\.srcdoc\s*=|javascript:(?!\/\/)/;
  const files = ['apps', 'domains', 'platform', 'packages'].flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|js)$/.test(name) && !/(\.test\.tsx?|node_modules|dist)/.test(name))
      .map((name) => join(root, place, name)),
  );
  expect(files.length).toBeGreaterThan(1_000);
  const found = files
    .filter((file) => sink.test(readFileSync(file, 'utf8')))
    .map((file) => file.slice(root.length + 1));
  expect(found).toEqual([]);
});
