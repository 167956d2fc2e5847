import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { chatPartWords } from './part-words.ts';

const t = sayer(chatPartWords);
const ChatSettings = lazy(async () => ({ default: (await import('./chat-settings-page.tsx')).ChatSettingsPage }));

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
  live: [{ topic: 'chat-limit', paths: ['/api/chats/limit', '/api/chats/limits'] }],
};
