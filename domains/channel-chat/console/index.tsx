import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { chatPartWords } from './part-words.ts';

export { siteOriginOf } from './site-origin.ts';

const t = sayer(chatPartWords);
const ChatSettings = lazy(async () => ({ default: (await import('./chat-settings-page.tsx')).ChatSettingsPage }));
/** Asked for by the set-up, where a first chat is tried. */
export const WebsiteSnippet = lazy(async () => ({
  default: (await import('./website-snippet.tsx')).WebsiteSnippet,
}));
const WebsiteLine = lazy(async () => ({ default: (await import('./website-line-form.tsx')).WebsiteLineForm }));
const VisitorLine = lazy(async () => ({ default: (await import('./visitor-line.tsx')).VisitorLine }));

/** What this domain brings to the console; the desk of chats is the console's own. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'chats',
      get title() {
        return t('settings');
      },
      group: 'answer',
      component: ChatSettings,
    },
  ],
  lines: [{ channel: 'chat', form: WebsiteLine }],
  composer: [{ channel: 'chat', component: VisitorLine }],
  live: [
    { topic: 'chat-limit', paths: ['/api/chats/limit', '/api/chats/limits'] },
    { topic: 'chat-visitor', paths: ['/api/conversations/:id/visitor'] },
  ],
};
