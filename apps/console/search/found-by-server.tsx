import { Mail, Search, User } from 'lucide-react';
import { ageOf, type PaletteGroup, type PaletteItem, useGo, useNow, useRested, useView, useWords } from '#platform/ui';
import { listCustomers, searchConversations } from '../routes.ts';
import { searchWords } from './words.ts';

const mostFound = 6;
/** One letter finds half of everything; of customers the server wants three. */
const fewestLetters = 2;
const fewestOfCustomers = 3;
const restMs = 180;

/** What the server finds for the palette: appended below what is there already, and nothing shown before moves (R5). */
export function useFoundByServer(text: string, known: readonly PaletteItem[]): readonly PaletteGroup[] {
  const t = useWords(searchWords);
  const go = useGo();
  const now = useNow();
  const asked = useRested(text, restMs, '');
  const conversations = useView(
    searchConversations,
    { query: { q: asked, limit: mostFound } },
    { enabled: asked.length >= fewestLetters },
  ).data;
  const customers = useView(
    listCustomers,
    { query: { text: asked, limit: mostFound } },
    { enabled: asked.length >= fewestOfCustomers },
  ).data;
  if (text.length < fewestLetters) return [];
  const isAnswered = asked === text;
  const there = new Set(known.map(({ id }) => id));
  const hits = isAnswered ? (conversations?.rows ?? []) : [];
  const people = isAnswered ? (customers?.rows ?? []) : [];
  return [
    {
      title: t('results'),
      items: hits
        .filter(({ conversation }) => !there.has(conversation.id))
        .map(({ conversation }) => ({
          id: conversation.id,
          label: `${conversation.customer.name}: ${conversation.subject}`,
          hint: ageOf(conversation.lastEntryAt, now),
          icon: <Mail />,
          run: () => go(`/inbox/all/${conversation.id}`),
        })),
    },
    {
      title: t('customers'),
      items: people.map((one) => ({
        id: one.id,
        label: one.name || t('noName'),
        detail: one.place ?? undefined,
        icon: <User />,
        run: () => go(`/customers/${one.id}`),
      })),
    },
    {
      title: t('title'),
      items: [
        {
          id: 'search-all',
          label: t('allHistory', { text }),
          icon: <Search />,
          run: () => go(`/search?${new URLSearchParams({ q: text })}`),
        },
      ],
    },
  ];
}
