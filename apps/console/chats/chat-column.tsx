import { ArrowLeft, ExternalLink } from 'lucide-react';
import type { ReactElement } from 'react';
import { LatestOrder } from '#domains/orders/console';
import { Avatar, BrandMark, Button, Chip, clockOf, cx, Kbd, Part, useKeys, useView, useWords } from '#platform/ui';
import { useSeconds } from '../calls/use-seconds.ts';
import { AboveField } from '../inbox/above-field.tsx';
import { useBrand } from '../inbox/use-brand.ts';
import { useIsWriting } from '../inbox/use-draft.ts';
import type { ConversationRowView, ConversationView } from '../inbox/views.ts';
import { Writers } from '../inbox/writers.tsx';
import { usePresenceIn, useRooms } from '../live/live.ts';
import { useInView } from '../notify/in-view.ts';
import { getConversation } from '../routes.ts';
import { useGo } from '../shell/links.tsx';
import { ChatComposer } from './chat-composer.tsx';
import { ChatFeed } from './chat-feed.tsx';
import { ChatSubject } from './chat-subject.tsx';
import { isLate, spentShare, useGoalSeconds, waitedSeconds } from './waiting.ts';
import { chatWords } from './words.ts';

/** One chat: who, how long they wait, what was said, and the field. The one in hand is white with a pine edge. */
export function ChatColumn(props: {
  readonly row: ConversationRowView;
  readonly place: number;
  readonly isFocused: boolean;
  /** Grows when the column is asked for: the focus goes into its field. */
  readonly typing: number;
  readonly onFocus: () => void;
}): ReactElement {
  const t = useWords(chatWords);
  const { row, isFocused } = props;
  const conversation = useView(getConversation, { params: { id: row.id } }).data;
  useRooms([`conversation:${row.id}`]);
  usePresenceIn(`conversation:${row.id}`, useIsWriting(row.id) ? 'writing' : 'viewing');
  useInView(row.id, isFocused);
  return (
    <section
      aria-label={t('column', { name: row.customer.name })}
      tabIndex={-1}
      data-pane-start={isFocused ? '' : undefined}
      onFocusCapture={props.onFocus}
      onPointerDownCapture={props.onFocus}
      className={cx(
        'isolate flex min-h-0 min-w-0 flex-col border-e border-t-[3px] border-e-line -outline-offset-2',
        isFocused ? 'border-t-brand bg-surface' : 'border-t-transparent bg-surface-2',
      )}
    >
      <Head row={row} place={props.place} conversation={conversation} />
      <ChatFeed id={row.id} name={row.customer.name} />
      <AboveField conversationId={row.id} channel={row.lastChannel} />
      <Writers conversationId={row.id} />
      {conversation && <ChatComposer conversation={conversation} isFocused={isFocused} typing={props.typing} />}
    </section>
  );
}

function Head(props: {
  readonly row: ConversationRowView;
  readonly place: number;
  readonly conversation: ConversationView | undefined;
}): ReactElement {
  const t = useWords(chatWords);
  const go = useGo();
  const now = useSeconds();
  const goal = useGoalSeconds();
  const keys = useKeys(`chat${props.place}`);
  const { row, conversation } = props;
  const brand = useBrand(row.brandId);
  const late = isLate(row, now, goal);
  const contacts = conversation?.contactCount ?? 1;
  return (
    <header className="flex flex-none flex-col gap-2.5 border-b border-line px-4 pt-2.5 pb-2.5">
      <div className="flex items-center gap-3">
        <Button
          look="ghost"
          square
          aria-label={t('mine')}
          className="-ms-2.5 phone:hidden"
          onClick={() => go('/inbox/chats')}
        >
          <ArrowLeft className="turns size-5" />
        </Button>
        <Avatar name={row.customer.name} sizePx={36} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-center gap-2">
            <h2 className="truncate text-body">
              <bdi>{row.customer.name}</bdi>
            </h2>
            {brand && <BrandMark name={brand.name} hue={brand.hue} />}
            <span className="max-phone:hidden">
              <Kbd keys={keys} />
            </span>
          </span>
          <ChatSubject subject={row.subject} customerId={row.customer.id} />
        </span>
        <span className="flex flex-col items-end">
          <b className={cx('text-lg tabular-nums', late ? 'text-accent-text' : 'text-text-2')}>
            <bdi>{row.waitingSince === null ? '–' : clockOf(waitedSeconds(row, now))}</bdi>
          </b>
          <span className="text-2xs whitespace-nowrap text-text-3">
            {t(row.waitingSince === null ? 'answered' : 'waitsForYou')}
          </span>
        </span>
      </div>
      <span className="h-[3px] overflow-hidden rounded-[2px] bg-surface-3" aria-hidden="true">
        <span
          className={cx('block h-full', late ? 'bg-accent' : 'bg-brand')}
          style={{ inlineSize: `${spentShare(row, now, goal) * 100}%` }}
        />
      </span>
      <span className="flex min-h-6 items-center gap-1.5">
        <Chip tone={contacts > 1 ? 'warn' : 'outline'}>{t('contacts', { count: contacts })}</Chip>
        <Part>
          <LatestOrder customerId={row.customer.id} subject={row.subject} />
        </Part>
        <span className="flex-1" />
        <Button
          look="ghost"
          size="sm"
          square
          aria-label={t('open')}
          title={t('open')}
          className="max-phone:size-10"
          onClick={() => go(`/inbox/my-work/${row.id}`)}
        >
          <ExternalLink className="turns size-3.5" />
        </Button>
      </span>
    </header>
  );
}
