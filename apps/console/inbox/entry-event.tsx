import { BookOpen, Lock, Settings2, Sparkles } from 'lucide-react';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import {
  ChatBubble,
  EventHead,
  isSameDay,
  NoteCard,
  SpineEvent,
  SpineRule,
  timeOf,
  useNow,
  useWords,
  whenOf,
} from '#platform/ui';
import { useMe } from '../session/use-me.ts';
import { CallEvent, type Placed } from './call-event.tsx';
import { channelLook } from './channels.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { Files } from './files.tsx';
import { Message } from './message.tsx';
import type { EntryView } from './views.ts';
import { useFullMoment } from './their-clock.tsx';
import { inboxWords } from './words.ts';

/** One entry of the spine by its kind. */
export function EntryEvent(props: Placed & { readonly entry: EntryView }): ReactElement {
  const { entry } = props;
  if (entry.kind === 'system') return <SpineRule>{entry.text}</SpineRule>;
  if (entry.kind === 'note') return <NoteEvent {...props} />;
  if (entry.kind === 'call') return <CallEvent {...props} />;
  return <MailEvent {...props} />;
}

function MailEvent(props: Placed & { readonly entry: EntryView }): ReactElement {
  const t = useWords(inboxWords);
  const { entry } = props;
  const look = channelLook(entry.channel ?? '');
  const how = t('byChannel', { channel: t(look.word).toLowerCase() });
  return (
    <SpineEvent
      kind={look.spine}
      icon={look.icon}
      label={`${entry.author.name}, ${how}`}
      position={props.position}
      total={props.total}
    >
      <Message conversation={props.conversation} entry={entry} how={how} />
    </SpineEvent>
  );
}

/** A run of chat lines under one node. */
export function ChatRun(props: Placed & { readonly entries: readonly EntryView[] }): ReactElement | null {
  const t = useWords(inboxWords);
  const now = useNow();
  const fullMoment = useFullMoment();
  const nameOf = useNameOf();
  const [first] = props.entries;
  if (first === undefined) return null;
  const look = channelLook(first.channel ?? '');
  const ours = [
    ...new Set(
      props.entries
        .filter((entry) => entry.kind === 'out')
        .map((entry) => (entry.beside?.isQuoted ? t('helpCentre') : nameOf(entry))),
    ),
  ];
  const who = { first: ours[0] ?? first.author.name, second: ours[1] ?? '', count: props.entries.length };
  return (
    <SpineEvent
      kind={look.spine}
      icon={look.icon}
      label={`${t(look.word)}, ${who.first}`}
      position={props.position}
      total={props.total}
    >
      <EventHead
        name={t(look.word)}
        how={ours.length > 1 ? t('chatThen', who) : t('chatWith', who)}
        when={whenOf(first.occurredAt, now)}
        fullWhen={fullMoment(first.occurredAt)}
      />
      <div className="flex flex-col gap-[5px]">
        {props.entries.map((entry) => (
          <Fragment key={entry.id}>
            <ChatBubble side={sideOf(entry)} said={entry.author.name} icon={signOf(entry)}>
              {entry.text}
            </ChatBubble>
            <Files files={entry.files} />
            <DeliveryLine conversation={props.conversation} entry={entry} />
          </Fragment>
        ))}
      </div>
    </SpineEvent>
  );
}

function signOf(entry: EntryView): ReactElement | undefined {
  if (entry.beside?.isQuoted) return <BookOpen />;
  return entry.author.kind === 'assistant' ? <Sparkles /> : undefined;
}

function sideOf(entry: EntryView): 'customer' | 'ours' | 'quoted' | 'assistant' {
  if (entry.kind === 'in') return 'customer';
  if (entry.beside?.isQuoted) return 'quoted';
  return entry.author.kind === 'assistant' ? 'assistant' : 'ours';
}

function NoteEvent(props: Placed & { readonly entry: EntryView }): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  const { entry } = props;
  return (
    <SpineEvent
      kind="note"
      icon={entry.author.kind === 'system' ? <Settings2 /> : <Lock />}
      label={`${entry.author.name}, ${t('note')}`}
      position={props.position}
      total={props.total}
    >
      <NoteCard
        name={entry.author.name}
        when={t('internal', {
          time: isSameDay(new Date(entry.occurredAt), new Date(now))
            ? timeOf(entry.occurredAt)
            : whenOf(entry.occurredAt, now),
        })}
      >
        {withMentions(entry.text)}
        <Files files={entry.files} />
      </NoteCard>
      <DeliveryLine conversation={props.conversation} entry={entry} />
    </SpineEvent>
  );
}

function withMentions(text: string): ReactNode {
  return text.split(/(@[\p{L}\p{N}_.-]+)/u).map((part, index) =>
    part.startsWith('@') ? (
      // Parts of one text keep their places.
      <bdi key={index} className="font-semibold text-brand-text">
        {part}
      </bdi>
    ) : (
      part
    ),
  );
}

function useNameOf(): (entry: EntryView) => string {
  const t = useWords(inboxWords);
  const me = useMe()?.teammate.id;
  return (entry) =>
    entry.author.id !== null && entry.author.id === me
      ? t('you').toLowerCase()
      : (entry.author.name.split(' ')[0] ?? '');
}
