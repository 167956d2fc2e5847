import { expect, test } from 'vitest';
import { FeedUnreadable, readFeed } from './read-feed.ts';
import { slowWith } from '../../../tests/support/slow-text.ts';
import { plainLine } from './posting.ts';

const now = new Date('2026-11-16T09:00:00Z');
const url = 'https://jobs.example/careers/';
const html = (...data: string[]): string =>
  `<!doctype html><html><head>${data.map((one) => `<script type="application/ld+json">${one}</script>`).join('')}</head><body>Jobs</body></html>`;
const posting = {
  '@type': 'JobPosting',
  title: 'Customer service\n specialist',
  url: '/careers/1',
  identifier: { '@type': 'PropertyValue', value: 'K-1' },
  datePosted: '2026-11-01',
  validThrough: '2026-11-30',
  hiringOrganization: { name: 'Harbour Bank' },
  jobLocation: [{ address: { addressLocality: 'Kingston', addressCountry: 'JM' } }],
  baseSalary: { currency: 'JMD', value: { minValue: 1_200_000, maxValue: '1500000', unitText: 'YEAR' } },
};
const read = (text: string, mediaType = 'text/html') => readFeed({ mediaType, text, url }, now);

test('a page with JobPostings gives each with its place, dates, pay and its own address', () => {
  const graph = JSON.stringify({ '@graph': [posting, { '@type': 'Organization', name: 'Harbour Bank' }] });
  expect(read(html(graph))).toEqual({
    says: null,
    postings: [
      {
        ref: 'K-1',
        title: 'Customer service specialist',
        employer: 'Harbour Bank',
        town: 'Kingston',
        country: 'JM',
        isRemote: false,
        postedOn: '2026-11-01',
        validThrough: new Date('2026-11-30T23:59:59Z'),
        url: 'https://jobs.example/careers/1',
        pay: { lowMinor: 120_000_000, highMinor: 150_000_000, currency: 'JMD', period: 'year' },
      },
    ],
  });
});

test('what has passed is left out, and what cannot be read is counted in words', () => {
  const list = [
    { ...posting, validThrough: '2026-11-15' },
    { ...posting, identifier: 'K-2', title: '' },
    { ...posting, identifier: 'K-3', url: 'javascript:alert(1)' },
    { ...posting, identifier: 'K-4', validThrough: undefined, jobLocationType: 'TELECOMMUTE', baseSalary: 12 },
  ];
  const { postings, says } = read(html(JSON.stringify(list), '{ broken'));
  expect(postings).toMatchObject([{ ref: 'K-4', isRemote: true, validThrough: null, pay: null }]);
  expect(says).toBe(
    '2 of 4 could not be read: no title, or no address of its own. Parts of the page that are no valid JSON: 1. Past their last day: 1.',
  );
});

test('RSS, Atom and JSON Feed give title, address and day', () => {
  const rss = `<?xml version="1.0"?><rss><channel><title>Jobs</title><item><title><![CDATA[Agent & more]]></title><link>https://jobs.example/9</link><guid>g9</guid><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item><item><title>Lost</title></item></channel></rss>`;
  expect(read(rss, 'application/rss+xml')).toMatchObject({
    postings: [{ ref: 'g9', title: 'Agent & more', url: 'https://jobs.example/9', postedOn: '2026-11-02' }],
    says: '1 of 2 could not be read: no title, or no address of its own.',
  });
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Lead</title><id>urn:7</id><link rel="self" href="/x"/><link href="/7"/><updated>2026-11-03T00:00:00Z</updated></entry></feed>`;
  expect(read(atom, 'text/xml').postings).toMatchObject([
    { ref: 'urn:7', url: 'https://jobs.example/7', postedOn: '2026-11-03' },
  ]);
  const json = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: 4, url: '/4', title: 'Chat agent' }] };
  expect(read(JSON.stringify(json), 'application/feed+json').postings).toMatchObject([
    { ref: '4', title: 'Chat agent' },
  ]);
});

test('a page without openings is read and empty; what is no feed at all is refused', () => {
  expect(read(html())).toEqual({ postings: [], says: 'Read, and no opening is in it.' });
  expect(() => read('%PDF-1.7', 'application/pdf')).toThrow(FeedUnreadable);
  expect(() => read('{"a":', 'application/json')).toThrow(FeedUnreadable);
});

test('our own openings can be read back: what goes out comes in', () => {
  const own = { '@context': 'https://schema.org', ...posting, directApply: true };
  expect(read(html(JSON.stringify(own))).postings).toHaveLength(1);
});

test('a title that was written to be searched over and over costs no more than its length', async () => {
  expect(await slowWith((text) => plainLine(`${text}y`))).toEqual([]);
});
