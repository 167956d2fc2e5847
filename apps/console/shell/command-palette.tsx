import { useParams } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { CornerDownRight, Inbox, Mail, MessageCircle, Phone, Search, SquarePen, Zap } from 'lucide-react';
import { type ReactElement, useDeferredValue, useEffect, useState } from 'react';
import {
  ageOf,
  type CommandChoice,
  keysOf,
  type LiveCommand,
  Palette,
  type PaletteGroup,
  type PaletteItem,
  shortcuts,
  shortcutWords,
  uiWords,
  useLiveCommands,
  useNow,
  useShortcutChoices,
  useWords,
  viewKey,
} from '#platform/ui';
import { useLists } from '../inbox/queues.tsx';
import type { ConversationView } from '../inbox/views.ts';
import type { Rows } from '../live/apply.ts';
import { getConversation, listConversations } from '../routes.ts';
import { useGo } from './links.tsx';
import { useFoundByServer } from '../search/found-by-server.tsx';
import { shellWords } from './words.ts';

const groupOrder = ['conversation', 'chat', 'call', 'go', 'list', 'composer', 'app'] as const;
const groupWord = {
  conversation: 'groupConversation',
  chat: 'groupChat',
  call: 'groupCall',
  go: 'groupGo',
  list: 'groupList',
  composer: 'groupComposer',
  app: 'groupApp',
} as const;
const groupIcon = {
  conversation: <Zap />,
  chat: <MessageCircle />,
  call: <Phone />,
  go: <CornerDownRight className="turns" />,
  list: <Search />,
  composer: <SquarePen />,
  app: <Zap />,
} as const;
/** Letters before conversations are looked for: one letter finds half of everything. */
const fewestLetters = 2;
const mostFound = 6;

/** The palette over all that is on offer now; conversations the server finds are appended below (R5). */
export function CommandPalette(props: { readonly onClose: () => void }): ReactElement {
  const t = useWords(uiWords);
  const sayShell = useWords(shellWords);
  const [text, setText] = useState('');
  const typed = useDeferredValue(text.trim());
  const known = useFoundConversations(typed);
  const found = useFoundByServer(typed, known);
  const lists = useFoundLists(text.trim().toLowerCase());
  const groups = useCommandGroups(text.trim().toLowerCase(), lists);
  return (
    <Palette
      text={text}
      onText={setText}
      groups={[...groups, { title: sayShell('conversations'), items: known }, ...found]}
      context={useContext()}
      onClose={props.onClose}
      words={{
        label: t('paletteLabel'),
        placeholder: t('palettePlaceholder'),
        none: t('paletteNone', { text }),
        choose: t('paletteChoose'),
        run: t('paletteRun'),
        next: t('paletteNext'),
      }}
    />
  );
}

function useCommandGroups(text: string, lists: readonly PaletteItem[]): readonly PaletteGroup[] {
  const t = useWords(shortcutWords);
  const ui = useWords(uiWords);
  const commands = useLiveCommands();
  const [choices] = useShortcutChoices();
  const chosenFrom = useChosenFrom(commands);
  const byId = new Map(shortcuts.map((shortcut) => [shortcut.id, shortcut]));
  const items = commands.flatMap((command): readonly (PaletteItem & { readonly group: string })[] => {
    const shortcut = byId.get(command.id);
    if (shortcut === undefined || command.id === 'palette') return [];
    const { group } = shortcut;
    const icon = groupIcon[group];
    const label = t(command.id as Parameters<typeof t>[0]);
    const keys = keysOf(command.id, choices)[0];
    const hint = command.asks ? ui('asksToConfirm') : undefined;
    const itself = { id: command.id, label, detail: command.detail, hint, keys, icon, run: command.run, group };
    const found = (chosenFrom.get(command.id) ?? []).filter((one) => rankOf(one.label, text) !== undefined);
    return [
      ...(rankOf(label, text) === undefined ? [] : [itself]),
      ...found.slice(0, mostFound).map((one) => ({ ...one, icon: one.icon ?? icon, group })),
    ];
  });
  return groupOrder.map((group) => ({
    title: t(groupWord[group]),
    items: [
      ...items
        .filter((item) => item.group === group)
        .toSorted((one, other) => (rankOf(one.label, text) ?? 0) - (rankOf(other.label, text) ?? 0)),
      ...(group === 'go' ? lists : []),
    ],
  }));
}

/** What the commands on offer let one choose from, asked for once the palette is open; a command that cannot say is itself alone. */
function useChosenFrom(commands: readonly LiveCommand[]): ReadonlyMap<string, readonly CommandChoice[]> {
  const [found, setFound] = useState<ReadonlyMap<string, readonly CommandChoice[]>>(new Map());
  useEffect(() => {
    let isAsked = true;
    for (const { id, choices } of commands)
      choices?.().then(
        (offered) => isAsked && setFound((before) => new Map(before).set(id, offered)),
        () => undefined,
      );
    return () => {
      isAsked = false;
    };
  }, [commands]);
  return found;
}

/** The lists of the inbox by name: queues, views, and what is mine. */
function useFoundLists(text: string): readonly PaletteItem[] {
  const go = useGo();
  const { mine, brands, queues, views } = useLists();
  if (text.length < fewestLetters) return [];
  return [...mine, ...brands, ...queues, ...views]
    .filter(({ name }) => rankOf(name, text) !== undefined)
    .slice(0, mostFound)
    .map(({ id, name, count }) => ({
      id: `list-${id}`,
      label: name,
      hint: count === null ? undefined : String(count),
      icon: <Inbox />,
      run: () => go(`/inbox/${id}`),
    }));
}

/** 0 when the label begins with what was typed, 1 when a word of it does, 2 when it is within; undefined when it is not there. */
function rankOf(label: string, text: string): number | undefined {
  const at = label.toLowerCase().indexOf(text);
  if (at === -1) return undefined;
  if (at === 0) return 0;
  return label[at - 1] === ' ' ? 1 : 2;
}

/** Conversations that the lists hold already: found in the same frame. The server's search is appended when it is there. */
function useFoundConversations(text: string): readonly PaletteItem[] {
  const go = useGo();
  const client = useQueryClient();
  const now = useNow();
  if (text.length < fewestLetters) return [];
  const typed = text.toLowerCase();
  const known = client
    .getQueriesData<Rows>({ queryKey: [listConversations.path] })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.rows) ?? []);
  const rows = new Map(known.map((row) => [row.id, row]));
  return [...rows.values()]
    .filter((row) => `${row.customer.name} ${row.subject} #${row.number}`.toLowerCase().includes(typed))
    .slice(0, mostFound)
    .map((row) => ({
      id: row.id,
      label: `${row.customer.name}: ${row.subject}`,
      hint: ageOf(row.lastEntryAt, now),
      icon: <Mail />,
      run: () => go(`/inbox/all/${row.id}`),
    }));
}

/** What "this" is: the conversation in view, from the cache alone. */
function useContext(): string | undefined {
  const client = useQueryClient();
  const { id } = useParams({ strict: false });
  if (id === undefined) return undefined;
  const open = client.getQueryData<ConversationView>(viewKey(getConversation, { params: { id } }));
  return open && `${open.customer.name}, #${open.number}`;
}
