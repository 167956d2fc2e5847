import { expect, test } from 'vitest';
import { directionOf, html, jsonFacts, page } from './index.ts';
import { fontFile, styleSheet } from './page-files.ts';

test('what people wrote is text, never markup', () => {
  const name = '<script>alert("x")</script> & co';
  const list = ['a', '<b>'].map((one) => html`<li>${one}</li>`);
  const missing: string | undefined = undefined;
  expect(html`<p title="${name}">${name}</p><ul>${list}</ul>${missing}${null}${0}`.html).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co</p><ul><li>a</li><li>&lt;b&gt;</li></ul>0',
  );
});

test('facts for machines end no script, whatever a name holds', () => {
  const facts = { name: '</script><script>alert(1)</script><!--' };
  const { html: text } = jsonFacts(facts);
  const inside = text.slice('<script type="application/ld+json">'.length, -'</script>'.length);
  expect(inside).not.toContain('<');
  expect(JSON.parse(inside)).toEqual(facts);
});

test('a page says its language and from which side it is read', () => {
  expect(page({ title: 'Hilfe', lang: 'de-AT', body: html`<main></main>` })).toContain('<html lang="de-AT" dir="ltr">');
  expect(page({ title: 'مساعدة', lang: 'ar', hue: 160, body: html`<main></main>` })).toContain(
    '<html lang="ar" dir="rtl" style="--hue:160">',
  );
  expect(directionOf('he_IL')).toBe('rtl');
});

test('the sheet has the tokens in light and dark, and only logical properties', () => {
  const css = styleSheet.bytes.toString();
  expect(css).toMatch(/--brand:\s*var\(--pine-600\)/);
  expect(css).toMatch(/@media \(prefers-color-scheme:dark\)\{:root\{[^}]*--canvas:\s*#0C1210/i);
  expect(css).not.toContain('data-theme');
  expect(css).not.toMatch(/(margin|padding|border)-(left|right)|text-align:\s*(left|right)/);
  expect(css.match(/\{/g)?.length).toBe(css.match(/\}/g)?.length);
  expect(css).toContain(fontFile?.path ?? '@media');
});
