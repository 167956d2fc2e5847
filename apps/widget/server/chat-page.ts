import type { Brand } from '#domains/brands';
import type { Site } from '#domains/channel-chat';
import { html, initialOf, jsonData, type PageFile, page } from '#platform/page';
import { type ChatWords, en, es } from './chat-words.ts';

/** What the chat of a website opens with: facts of its brand, and nothing of who reads it. */
export interface ChatFacts {
  readonly site: Site;
  readonly brand: Brand;
  readonly isOpen: boolean;
  /** When it opens next, or closes; null where that never is. */
  readonly turnsAt: Date | null;
  readonly goesByMail: boolean;
  /** The language its reader wishes. */
  readonly language: string;
}

/** The script of the chat. */
export const chatScript = '/widget/chat/main.js';

const languages: Readonly<Record<string, ChatWords>> = { en, es };

/** The chat and form of a website, in a frame on it or as a page of its own. Without script it says how else to reach us. */
export function chatPage(facts: ChatFacts, sheet: PageFile): string {
  const { site, brand, isOpen, turnsAt, goesByMail } = facts;
  const language = languages[facts.language] ? facts.language : 'en';
  const words = languages[language] ?? en;
  const { greeting, asks } = site.settings;
  return page({
    title: words.title.replace('{{brand}}', brand.name),
    lang: language,
    hue: brand.hue,
    isHidden: true,
    sheets: [sheet],
    head: html`<script type="module" src="${chatScript}"></script>`,
    body: html`<div class="chat" id="chat">
<header class="chat-head"><span class="chat-face" id="face" aria-hidden="true">${initialOf(brand.name)}</span><div class="chat-who"><h1 id="who" dir="auto">${brand.name}</h1><p id="hours"></p></div><button class="chat-shut" id="shut" type="button" aria-label="${words.close}" hidden>${chevron}</button></header>
<main class="chat-main"><div class="chat-log" id="log" role="log" aria-label="${words.log}" tabindex="0"></div>
<div class="chat-foot" id="foot"><noscript><p class="chat-small">JavaScript is needed for the chat. <a href="/help" target="_top">Other ways to reach us</a></p></noscript></div></main></div>
${jsonData('facts', { key: site.key, brand: brand.name, greeting, asks, isOpen, turnsAt: turnsAt?.toISOString() ?? null, goesByMail, words })}`,
  });
}

/** A page that shows a website's chat as its customers meet it, before the website has it. */
export function tryPage(key: string, brand: Brand): string {
  return page({
    title: `${brand.name} · Try the chat`,
    lang: 'en',
    hue: brand.hue,
    isHidden: true,
    head: html`<script src="/widget/loader.js" data-site="${key}" async></script>`,
    body: html`<main><div class="wrap"><h1 dir="auto">${brand.name}</h1><p class="soft">So your customers meet the chat: as a round button in the corner of each page. Press it, write something, and answer it in the inbox.</p></div></main>`,
  });
}

/** The page for a key that is no website's. */
export function noChatPage(): string {
  return page({
    title: 'Chat',
    lang: 'en',
    isHidden: true,
    body: html`<main><div class="wrap"><h1>There is no chat here</h1><p class="soft">The line of HTML on this website names a chat that was closed, or never was. Take it anew from Settings, Channels.</p></div></main>`,
  });
}

/** The chevron of lucide (ISC): away with it. */
const chevron = html`<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="m6 9 6 6 6-6"/></svg>`;
