import {
  AtSign,
  CircleCheck,
  CircleUserRound,
  Clock3,
  Flame,
  FileText,
  Gem,
  Inbox,
  Languages,
  Layers,
  MessagesSquare,
  Plus,
  RotateCcw,
  Send,
  SquarePen,
} from 'lucide-react';
import { lazy, type ReactElement } from 'react';
import {
  BrandSign,
  Button,
  Part,
  QueueGroup,
  QueueItem,
  runCommand,
  type Say,
  useCommand,
  useView,
  useWords,
} from '#platform/ui';
import { useMe } from '../session/use-me.ts';
import { AppLink } from '../shell/links.tsx';
import { countFilter, countViews, listBoxes, listQueueStates, listViews } from '../routes.ts';
import { filters, viewOfBox, viewOfBrand, viewOfSaved } from './lists.ts';
import { useBrands } from './use-brand.ts';
import type { BoxesBeside, BoxView, NamedList } from './views.ts';
import { inboxWords } from './words.ts';

const StatusCard = lazy(async () => ({ default: (await import('./status-card.tsx')).StatusCard }));

const signs: Readonly<Record<string, ReactElement>> = {
  mine: <CircleUserRound />,
  mentions: <AtSign />,
  snoozed: <Clock3 />,
  drafts: <FileText />,
  sent: <Send className="turns" />,
  all: <Layers />,
  chats: <MessagesSquare />,
  closed: <CircleCheck />,
  queue: <Inbox />,
  view: <Layers />,
  unassigned: <Inbox />,
  flame: <Flame />,
  gem: <Gem />,
  languages: <Languages />,
  history: <RotateCcw className="turns" />,
};
const fixedWords: Readonly<Record<string, 'boxMine' | 'boxUnassigned' | 'boxAll'>> = {
  mine: 'boxMine',
  unassigned: 'boxUnassigned',
  all: 'boxAll',
};
const chatsHome = '/inbox/chats';
const tones = { good: 'good', risk: 'risk', bad: 'bad', info: 'info' } as const;
const stateWords = { good: 'stateGood', risk: 'stateRisk', bad: 'stateBad', info: 'stateInfo' } as const;

/** The first column: my work, the teams' queues, saved views, and how I am doing at its foot. */
export function Queues(props: { readonly current: string; readonly onCompose: () => void }): ReactElement {
  const t = useWords(inboxWords);
  const { mine, brands, queues, views } = useLists();
  useCommand('compose', props.onCompose);
  return (
    <>
      <div className="flex items-center justify-between ps-2 pe-1">
        <h2>{t('title')}</h2>
        <Button look="ghost" size="sm" square aria-label={t('compose')} title={t('compose')} onClick={props.onCompose}>
          <SquarePen />
        </Button>
      </div>
      <Group lists={mine} current={props.current} />
      <Group lists={brands} current={props.current} title={t('brandsAnswered')} />
      <Group lists={queues} current={props.current} title={t('teamQueues')} />
      <Group lists={views} current={props.current} title={t('views')} act={<NewView />} />
      <span className="flex-1" />
      <Part>
        <StatusCard />
      </Part>
    </>
  );
}

/** Opens the editor, whose code comes with the list. */
function NewView(): ReactElement {
  const t = useWords(inboxWords);
  return (
    <Button look="ghost" size="xs" square aria-label={t('newView')} onClick={() => runCommand('newView')}>
      <Plus className="size-3.5" />
    </Button>
  );
}

type OfBrand = { readonly brandId: string; readonly open: number };

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly sign?: string | undefined;
  /** Of a brand: the hue of its sign. */
  readonly hue?: number;
  readonly count: number | string | null;
  readonly state?: 'good' | 'risk' | 'bad' | 'info' | undefined;
}

/** The lists of the column: the fixed ones, the queues I may see, and what other domains put beside them. */
export function useLists(): {
  readonly mine: readonly Shown[];
  readonly brands: readonly Shown[];
  readonly queues: readonly Shown[];
  readonly views: readonly Shown[];
} {
  const t = useWords(inboxWords);
  const data:
    | { readonly boxes: readonly BoxView[]; readonly brands?: readonly OfBrand[]; readonly beside?: BoxesBeside }
    | undefined = useView(listBoxes, {}).data;
  const saved = useSaved();
  const mentions = useHeld(filters['mentions']);
  const drafts = useHeld(filters['drafts']);
  const states = useView(listQueueStates, {}).data?.rows;
  const brands = useBrands();
  const queues = data?.boxes.filter((box) => box.box === 'queue') ?? [];
  const fixed = data?.boxes.filter((box) => box.box !== 'queue') ?? [];
  // Who starts at the chats finds the way back to them; a desk of mails alone never sees the word.
  const chats: readonly NamedList[] =
    useMe()?.desk.home === chatsHome ? [{ id: 'chats', name: t('chatsList'), sign: 'chats', count: null }] : [];
  const beside: readonly NamedList[] = data?.beside?.mine ?? [
    { id: 'mentions', name: t('mentions'), sign: 'mentions', count: mentions },
    { id: 'drafts', name: t('drafts'), sign: 'drafts', count: drafts },
    { id: 'escalations', name: t('escalations'), sign: 'flame', count: null },
    { id: 'snoozed', name: t('snoozedList'), sign: 'snoozed', count: null },
    { id: 'closed', name: t('closedList'), sign: 'closed', count: null },
  ];
  return {
    mine: [
      ...fixed.map((box) => ({ id: viewOfBox(box), name: nameOf(box, t), sign: box.box, count: box.open })),
      ...(data === undefined ? [] : [...chats, ...beside]),
    ],
    brands: (data?.brands ?? []).flatMap(({ brandId, open }) => {
      const brand = brands.find(({ id }) => id === brandId);
      return brand ? [{ id: viewOfBrand(brandId), name: brand.name, hue: brand.hue, count: open }] : [];
    }),
    queues: queues.map((box) => ({
      id: viewOfBox(box),
      name: queueName(box, queues, brands),
      count: box.open,
      state: data?.beside?.states[box.id ?? ''] ?? states?.find(({ queueId }) => queueId === box.id)?.state,
    })),
    views: data?.beside?.views ?? saved,
  };
}

/** Two brands may call a queue the same: then each says whose it is. */
function queueName(box: BoxView, all: readonly BoxView[], brands: ReturnType<typeof useBrands>): string {
  const brand = brands.find(({ id }) => id === box.brandId);
  const isShared = all.some((other) => other.id !== box.id && other.name === box.name);
  return brand !== undefined && isShared ? `${brand.name}, ${box.name}` : box.name;
}

/** The lists that everybody has are named in the reader's language; others have the name they were given. */
function nameOf(box: BoxView, t: Say<keyof typeof inboxWords.en>): string {
  const word = fixedWords[box.box];
  return word === undefined ? box.name : t(word);
}

/** A view is counted to a thousand; what took too long to count has no number. */
const countedTo = 1_000;

/** How many one of our own filters holds for me. */
function useHeld(filter = ''): number | null {
  return useView(countFilter, { query: { filter } }).data?.count ?? null;
}

function useSaved(): readonly Shown[] {
  const views = useView(listViews, {}).data?.rows;
  const counts = useView(countViews, {}, { enabled: (views?.length ?? 0) > 0 }).data?.rows;
  return (views ?? []).map(({ id, name }) => {
    const count = counts?.find((one) => one.id === id)?.count ?? null;
    return { id: viewOfSaved(id), name, sign: 'view', count: count !== null && count >= countedTo ? '999+' : count };
  });
}

function Group(props: {
  readonly lists: readonly Shown[];
  readonly current: string;
  readonly title?: string;
  readonly act?: ReactElement;
}): ReactElement | null {
  const t = useWords(inboxWords);
  if (props.lists.length === 0 && props.act === undefined) return null;
  return (
    <QueueGroup title={props.title} act={props.act}>
      {props.lists.map((box) => (
        <li key={box.id}>
          <QueueItem
            label={box.name}
            href={`/inbox/${box.id}`}
            current={box.id === props.current}
            link={AppLink}
            icon={
              box.hue === undefined ? (
                (signs[box.sign ?? 'queue'] ?? <Layers />)
              ) : (
                <BrandSign name={box.name} hue={box.hue} />
              )
            }
            state={box.state && { tone: tones[box.state], label: t(stateWords[box.state]) }}
            count={box.count === null ? undefined : String(box.count)}
          />
        </li>
      ))}
    </QueueGroup>
  );
}
