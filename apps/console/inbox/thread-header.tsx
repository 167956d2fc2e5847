import {
  ArrowLeft,
  Check,
  Clock3,
  Ellipsis,
  Eye,
  Link2,
  Mail,
  PanelRight,
  Pencil,
  RotateCcw,
  UserRoundCheck,
  UserRoundPlus,
} from 'lucide-react';
import { lazy, useState, type ReactElement } from 'react';
import {
  Avatar,
  Button,
  copyText,
  Kbd,
  Menu,
  Part,
  type Say,
  useCommand,
  useKeys,
  useView,
  useWords,
} from '#platform/ui';
import { openShare, openSight } from '#domains/conversations/console';
import { usePeople } from '../live/live.ts';
import { listFull } from '../routes.ts';
import { useMe } from '../session/use-me.ts';
import { useGo } from '../shell/links.tsx';
import { say } from '../shell/toasts.tsx';
import { Facts } from './thread-facts.tsx';
import { useConversationActs } from './use-conversation-acts.tsx';
import { useNames } from './use-names.ts';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

const SnoozePicker = lazy(async () => ({ default: (await import('./snooze-picker.tsx')).SnoozePicker }));
const SnoozeDate = lazy(async () => ({ default: (await import('./snooze-picker.tsx')).SnoozeDate }));

/** Two lines: what it is about and what can be done with it; its state, number, whose it is. */
export function ThreadHeader(props: { readonly conversation: ConversationView; readonly view: string }): ReactElement {
  const { conversation } = props;
  const t = useWords(inboxWords);
  return (
    <>
      <PhoneHeader {...props} />
      <header className="flex flex-col gap-[7px] border-b border-line px-[18px] py-[11px] max-phone:hidden">
        <div className="flex items-center gap-1">
          <h2 dir="auto" className="min-w-0 flex-1 truncate text-[16px]">
            {conversation.subject || t('noSubject')}
          </h2>
          <Viewers conversation={conversation} />
          <Actions {...props} />
        </div>
        <Facts conversation={conversation} view={props.view} />
      </header>
    </>
  );
}

function PhoneHeader({
  conversation,
  view,
}: {
  readonly conversation: ConversationView;
  readonly view: string;
}): ReactElement {
  const t = useWords(inboxWords);
  const go = useGo();
  return (
    <header className="hidden items-center gap-2.5 border-b border-line px-4 pt-3.5 pb-2.5 max-phone:flex">
      <Button look="ghost" square aria-label={t('back')} className="-ms-2.5" onClick={() => go(`/inbox/${view}`)}>
        <ArrowLeft className="turns size-[22px]" />
      </Button>
      <Avatar name={conversation.customer.name} sizePx={36} />
      <span className="flex min-w-0 flex-1 flex-col">
        <b className="truncate text-body leading-[18px]">
          <bdi>{conversation.customer.name || t('noName')}</bdi>
        </b>
        <h2 dir="auto" className="truncate text-xs font-normal text-text-3">
          {conversation.subject || t('noSubject')}
        </h2>
      </span>
      <Actions conversation={conversation} view={view} short />
      <Button
        look="ghost"
        square
        aria-label={t('openPanel')}
        onClick={() => go(`/inbox/${view}/${conversation.id}/customer`)}
      >
        <PanelRight className="turns size-[18px]" />
      </Button>
    </header>
  );
}

function Viewers({ conversation }: { readonly conversation: ConversationView }): ReactElement | null {
  const t = useWords(inboxWords);
  const me = useMe();
  const names = useNames();
  const others = usePeople(`conversation:${conversation.id}`).filter((person) => person.teammateId !== me?.teammate.id);
  if (others.length === 0) return null;
  const shown = others.map((person) => ({ ...person, name: names.teammate(person.teammateId) ?? '' }));
  const said = shown.map(({ name, kind }) => t(kind === 'writing' ? 'isWriting' : 'viewing', { name })).join(', ');
  return (
    <span className="me-1.5 flex items-center gap-1 text-text-3" title={said}>
      {shown.slice(0, 3).map((person) => (
        <Avatar key={person.teammateId} name={person.name} sizePx={22} />
      ))}
      {shown.some(({ kind }) => kind === 'writing') ? (
        <Pencil className="size-3 stroke-2" />
      ) : (
        <Eye className="size-3 stroke-2" />
      )}
      <span className="sr-only">{said}</span>
    </span>
  );
}

/** Assign, snooze, more, close. On a phone only those that fit, the rest under "More". */
function Actions(props: {
  readonly conversation: ConversationView;
  readonly view: string;
  readonly short?: boolean;
}): ReactElement {
  const t = useWords(inboxWords);
  const { conversation } = props;
  const [open, setOpen] = useState<'assign' | 'snooze' | 'snoozeDate'>();
  const acts = useConversationActs(conversation, props.view);
  const closeKeys = useKeys('close');
  const shareKeys = useKeys('share');
  const canClose = conversation.can.includes('close');
  const { people: teammates } = useNames();
  const session = useMe();
  const me = session?.teammate;
  const mayExplain = session?.permissions['roles.configure'] === 'all';
  const isOffered = !props.short;
  const full = useFull(conversation.lastChannel, open === 'assign');

  useCommand('assign', () => setOpen('assign'), isOffered);
  useCommand('snooze', () => setOpen('snooze'), isOffered && conversation.can.includes('snooze'));
  useCommand('assignMe', () => me && acts.assign(me, true), isOffered && conversation.can.includes('assign'));
  useCommand('close', acts.close, isOffered && canClose);
  useCommand('reopen', acts.reopen, isOffered && conversation.can.includes('reopen'));
  useCommand('unread', acts.markUnread, isOffered);

  const canSnooze = conversation.can.includes('snooze');
  const closePicker = (): void => setOpen(undefined);
  const picker = (
    <Part isAsked>
      {open === 'snooze' && (
        <SnoozePicker
          conversationId={conversation.id}
          onSnooze={acts.snooze}
          onDate={() => setOpen('snoozeDate')}
          onClose={closePicker}
        />
      )}
      {open === 'snoozeDate' && <SnoozeDate onSnooze={acts.snooze} onClose={closePicker} />}
    </Part>
  );
  const closeItem = canClose
    ? { id: 'close', label: t('close'), icon: <Check />, keys: closeKeys, run: acts.close }
    : { id: 'reopen', label: t('reopen'), icon: <RotateCcw className="turns" />, run: acts.reopen };
  const more = [
    { id: 'unread', label: t('markUnread'), icon: <Mail />, keys: 'u', run: acts.markUnread },
    ...(conversation.can.includes('share')
      ? [{ id: 'share', label: t('shareWithGuest'), icon: <UserRoundCheck />, keys: shareKeys, run: openShare }]
      : []),
    ...(mayExplain ? [{ id: 'sight', label: t('whoSees'), icon: <Eye />, run: openSight }] : []),
    { id: 'link', label: t('copyLink'), icon: <Link2 />, run: () => void copyLink(t) },
  ];
  if (props.short) {
    const snoozeItem = { id: 'snooze', label: t('snooze'), icon: <Clock3 />, run: () => setOpen('snooze') };
    return (
      <>
        <Menu
          label={t('more')}
          trigger={<IconButton label={t('more')} icon={<Ellipsis />} />}
          items={[closeItem, ...(canSnooze ? [snoozeItem] : []), ...more]}
        />
        {picker}
      </>
    );
  }
  return (
    <>
      <Menu
        label={t('assign')}
        open={open === 'assign'}
        onOpen={(isOpen) => setOpen(isOpen ? 'assign' : undefined)}
        trigger={<IconButton label={t('assign')} icon={<UserRoundPlus />} />}
        items={[
          ...(me
            ? [{ id: 'me', label: t('assignMe'), keys: 'i', detail: full.get(me.id), run: () => acts.assign(me, true) }]
            : []),
          ...teammates
            .filter((one) => one.id !== me?.id)
            .map((one) => ({
              id: one.id,
              label: one.name,
              icon: <Avatar name={one.name} sizePx={18} />,
              detail: full.get(one.id),
              run: () => acts.assign(one),
            })),
          { id: 'nobody', label: t('unassign'), run: () => acts.assign(null) },
        ]}
      />
      {canSnooze && (
        <Button
          look="ghost"
          size="sm"
          square
          aria-label={t('snooze')}
          title={t('snooze')}
          aria-haspopup="dialog"
          onClick={() => setOpen('snooze')}
        >
          <Clock3 />
        </Button>
      )}
      {picker}
      <Menu label={t('more')} trigger={<IconButton label={t('more')} icon={<Ellipsis />} />} items={more} />
      <Button size="sm" className="ms-1" onClick={closeItem.run}>
        {canClose ? <Check className="size-3.5" /> : <RotateCcw className="turns size-3.5" />}
        {canClose ? t('close') : t('reopen')} {canClose && <Kbd keys={closeKeys} />}
      </Button>
    </>
  );
}

/** Who can be handed no more of this channel unasked, in words; asked for when somebody looks. */
function useFull(channel: string | null, isLooked: boolean): ReadonlyMap<string, string> {
  const t = useWords(inboxWords);
  const rows = useView(listFull, { query: {} }, { enabled: isLooked && channel !== null }).data?.rows ?? [];
  return new Map(
    rows
      .filter((row) => row.channel === channel)
      .map((row) => [row.teammateId, t('full', { has: row.has, limit: row.limit })]),
  );
}

function IconButton({ label, icon, ...rest }: { readonly label: string; readonly icon: ReactElement }): ReactElement {
  return (
    <Button look="ghost" size="sm" square aria-label={label} title={label} {...rest}>
      {icon}
    </Button>
  );
}

async function copyLink(t: Say<keyof typeof inboxWords.en>): Promise<void> {
  const isCopied = await copyText(location.href);
  say({ id: 'link-copied', icon: <Link2 />, text: t(isCopied ? 'linkCopied' : 'notCopied'), stayMs: 4000 });
}
