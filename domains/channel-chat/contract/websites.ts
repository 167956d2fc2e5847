import * as z from 'zod';
import { route } from '#platform/contract';

/** Longest message of somebody on a website, in letters. */
export const messageLetters = 5_000;
/** Most of the newest messages that one answer carries. */
export const talkLimit = 50;

/** `https://www.example.com`: where a website stands, without a page. */
const siteOrigin = z
  .string()
  .trim()
  .max(300)
  .toLowerCase()
  // it stands in a header: nothing but the letters of a host
  .regex(
    /^https?:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?$/u,
    'Give it as https://www.example.com, without a page.',
  );

/** When somebody is asked for a name and an e-mail address before they write. */
export const asksWhen = z.enum(['never', 'outside-hours', 'always']);

/** How a line of chat is set: on a website, or with pretend customers alone. */
export const ChatLineSettings = z.strictObject({
  /** Pretend customers: no website is behind it. */
  simulated: z.boolean().default(false),
  /** The websites that may show it; empty: any. */
  sites: z.array(siteOrigin).max(20).default([]),
  /** The first words that somebody reads there; empty: none of ours. */
  greeting: z.string().trim().max(300).default(''),
  asks: asksWhen.default('outside-hours'),
});
export type ChatLineSettings = z.output<typeof ChatLineSettings>;

const keyLetters = 'abcdefghijkmnpqrstuvwxyz23456789';
const keyLength = 8;

/** A new key of a website, which is the address of its line: `fernhill-k3x9qdma`. */
export function newSiteKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 30);
  const drawn = Array.from(
    crypto.getRandomValues(new Uint8Array(keyLength)),
    (byte) => keyLetters[byte % keyLetters.length],
  );
  return `${plain === '' ? 'site' : plain}-${drawn.join('')}`;
}

/** The one line of HTML that brings a website its chat and form. `origin` is where Rapport stands, `https://service.example.com`. */
export function snippetOf(origin: string, key: string): string {
  return `<script src="${origin}/widget/loader.js" data-site="${encodeURIComponent(key)}" async></script>`;
}

/** The website of the demo, whose chat anybody can try. */
export const demoSiteKey = 'fernhill-website';

/** A page of ours that shows a website's chat as its customers see it, to try it before the website has it. */
export function tryHref(key: string): string {
  return `/widget/try?site=${encodeURIComponent(key)}`;
}

/** The chat as a page of its own, for who comes from a page of ours. */
export function chatHref(key: string): string {
  return `/widget/frame?site=${encodeURIComponent(key)}`;
}

const site = z.object({ site: z.string().trim().min(1).max(320) });
const name = z.string().trim().max(100);
const address = z.email().max(320);

/** One thing that was said, as the visitor sees it. */
export const SaidView = z.object({
  id: z.string(),
  /** Who said it: they themselves, or we. */
  by: z.enum(['visitor', 'us']),
  /** By what name, where it was one of us. */
  name: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type SaidView = z.output<typeof SaidView>;

/** What stands in the chat of one visitor. */
export const TalkView = z.object({
  /** Oldest first. */
  said: z.array(SaidView),
  /** Whether there is more before the first of these. */
  hasEarlier: z.boolean(),
  /** Whether somebody waits for us, has one of us, or nothing is open. */
  state: z.enum(['nothing', 'waiting', 'with-us', 'closed']),
  /** Who is there for them. */
  with: z.object({ name: z.string() }).nullable(),
  /** Where an answer goes that they did not see here. */
  address: z.string().nullable(),
  /** Whether an answer can go there: the brand has a mailbox. */
  goesByMail: z.boolean(),
});
export type TalkView = z.output<typeof TalkView>;

/**
 * The visitor's own words. Who it is stands in the header `authorization: Visitor <id>.<secret>`, both made by their
 * browser before they first wrote; the first words make them known.
 */
export const writeAsVisitor = route({
  method: 'POST',
  path: '/api/websites/:site/messages',
  summary: 'Say something in the chat or form of a website, as the visitor that the header `authorization` names.',
  access: 'public',
  params: site,
  body: z.object({
    /** The message's own id: sending it twice is sending it once. */
    id: z.uuid(),
    text: z.string().trim().min(1).max(messageLetters),
    name: name.optional(),
    address: address.optional(),
    /** The page they were on. */
    page: z.url().max(2_000).optional(),
  }),
  reply: z.object({ id: z.string() }),
});

export const readTalk = route({
  method: 'GET',
  path: '/api/websites/:site/talk',
  summary:
    'What was said in the chat of the visitor that the header `authorization` names, newest first to be cut off.',
  access: 'public',
  params: site,
  query: z.object({ before: z.uuid().optional() }),
  reply: TalkView,
});

export const noteVisitor = route({
  method: 'PUT',
  path: '/api/websites/:site/visitor',
  summary: 'Tell what the visitor has seen of our answers, and where an answer reaches them that they do not see.',
  access: 'public',
  params: site,
  body: z.object({
    /** The newest answer of ours that stood before their eyes. */
    seen: z.uuid().optional(),
    name: name.optional(),
    address: address.optional(),
  }),
  reply: z.object({ address: z.string().nullable() }),
});

/** The visitor in a chat, as whoever works on it sees them. */
export const VisitorView = z.object({
  /** Whether a page of theirs is open, and when one was last. */
  isHere: z.boolean(),
  hereAt: z.iso.datetime(),
  /** What they left, and nobody made sure of. */
  address: z.string().nullable(),
  page: z.string().nullable(),
  /** Answers of ours that they have not seen and that did not go on by mail. */
  unseen: z.number().int(),
  /** Whether what they do not see goes on by mail. */
  goesByMail: z.boolean(),
});
export type VisitorView = z.output<typeof VisitorView>;

export const readChatVisitor = route({
  method: 'GET',
  path: '/api/conversations/:id/visitor',
  summary: 'Who is in the chat of a conversation: whether they are there, and what of our answers they have not seen.',
  access: { permission: 'conversations.read' },
  params: z.object({ id: z.uuid().meta({ object: 'Conversation' }) }),
  reply: z.object({ visitor: VisitorView.nullable() }),
});
