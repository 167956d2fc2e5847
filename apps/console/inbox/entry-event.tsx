import { BookOpen, CaptionsOff, Image, Lock, Paperclip, Play, Settings2, Sparkles } from 'lucide-react';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Button, CallCard, ChatBubble, Chip, clockOf, EventHead, fullMomentOf, MailBody, NoteCard, SpineEvent, SpineRule, timeOf, useNow, useWords, uiWords, Waveform, whenOf } from '#platform/ui';
import { useMe } from '../session/use-me.ts';
import { useNames } from './use-names.ts';
import { channelLook } from './channels.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { standingOf } from './standing.ts';
import type { ConversationView, EntryView } from './views.ts';
import { inboxWords } from './words.ts';

interface Placed {
  readonly conversation: ConversationView;
  readonly position: number;
  readonly total: number;
}

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
  const now = useNow();
  const { entry } = props;
  const look = channelLook(entry.channel ?? '');
  const how = t('byChannel', { channel: t(look.word).toLowerCase() });
  return (
    <SpineEvent kind={look.spine} icon={look.icon} label={`${entry.author.name}, ${how}`} position={props.position} total={props.total}>
      <EventHead name={entry.author.name} how={how} when={whenOf(entry.occurredAt, now)} fullWhen={fullMomentOf(entry.occurredAt)} />
      <div className={standingOf(entry)?.state === 'failed' ? 'rounded-md border border-danger px-3 py-2' : undefined}>
        <MailBody>{entry.text}</MailBody>
        {entry.quoted !== '' && <QuotedRest text={entry.quoted} />}
      </div>
      <Files entry={entry} />
      <DeliveryLine conversation={props.conversation} entry={entry} />
    </SpineEvent>
  );
}

/** The quoted rest of an earlier message: folded, never gone. */
function QuotedRest({ text }: { readonly text: string }): ReactElement {
  const t = useWords(inboxWords);
  return (
    <details className="mt-1.5 text-sm text-text-3">
      <summary className="inline-flex min-h-6 cursor-pointer items-center">{t('quotedRest')}</summary>
      <div dir="auto" className="border-s-2 border-line-2 ps-2 break-words whitespace-pre-wrap">
        {text}
      </div>
    </details>
  );
}

function Files({ entry }: { readonly entry: EntryView }): ReactElement | null {
  const t = useWords(uiWords);
  if (entry.files.every((file) => file.inline)) return null;
  return (
    <ul aria-label={t('files')} className="mt-1.5 flex flex-wrap gap-1.5">
      {entry.files.filter((file) => !file.inline).map((file) => (
        <li key={file.id}>
          <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer" className="-my-0.5 inline-flex min-h-6 items-center">
            <Chip tone="outline" square>
              {file.mediaType.startsWith('image/') ? <Image /> : <Paperclip />}
              <bdi>{file.name}</bdi>
            </Chip>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A run of chat lines under one node. */
export function ChatRun(props: Placed & { readonly entries: readonly EntryView[] }): ReactElement | null {
  const t = useWords(inboxWords);
  const now = useNow();
  const nameOf = useNameOf();
  const [first] = props.entries;
  if (first === undefined) return null;
  const look = channelLook(first.channel ?? '');
  const ours = [...new Set(props.entries.filter((entry) => entry.kind === 'out').map((entry) => (entry.beside?.isQuoted ? t('helpCentre') : nameOf(entry))))];
  const who = { first: ours[0] ?? first.author.name, second: ours[1] ?? '', count: props.entries.length };
  return (
    <SpineEvent kind={look.spine} icon={look.icon} label={`${t(look.word)}, ${who.first}`} position={props.position} total={props.total}>
      <EventHead name={t(look.word)} how={ours.length > 1 ? t('chatThen', who) : t('chatWith', who)} when={whenOf(first.occurredAt, now)} fullWhen={fullMomentOf(first.occurredAt)} />
      <div className="flex flex-col gap-[5px]">
        {props.entries.map((entry) => (
          <Fragment key={entry.id}>
            <ChatBubble side={sideOf(entry)} said={entry.author.name} icon={entry.beside?.isQuoted ? <BookOpen /> : entry.author.kind === 'assistant' ? <Sparkles /> : undefined}>
              {entry.text}
            </ChatBubble>
            <DeliveryLine conversation={props.conversation} entry={entry} />
          </Fragment>
        ))}
      </div>
    </SpineEvent>
  );
}

function sideOf(entry: EntryView): 'customer' | 'ours' | 'quoted' | 'assistant' {
  if (entry.kind === 'in') return 'customer';
  if (entry.beside?.isQuoted) return 'quoted';
  return entry.author.kind === 'assistant' ? 'assistant' : 'ours';
}

function CallEvent(props: Placed & { readonly entry: EntryView }): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  const me = useMe()?.teammate.id;
  const names = useNames();
  const { entry } = props;
  const facts = callFacts(entry);
  const look = channelLook('voice');
  const one = props.conversation.customer.name.split(' ')[0] ?? '';
  const answeredBy = names.teammate(facts.answeredBy) ?? '';
  const how = facts.seconds === null ? t('callMissed', { one }) : t('callWith', { one, two: answeredBy.split(' ')[0] ?? '', length: longLength(facts.seconds) });
  const noteOf = facts.answeredBy !== null && facts.answeredBy === me ? t('yourNote') : t('noteOf', { name: answeredBy });
  return (
    <SpineEvent kind="call" icon={look.icon} label={`${t('voice')}, ${how}`} position={props.position} total={props.total}>
      <EventHead name={t('voice')} how={how} when={whenOf(entry.occurredAt, now)} fullWhen={fullMomentOf(entry.occurredAt)} />
      {facts.seconds !== null && (
        <CallCard top={<Sound entry={entry} seconds={facts.seconds} />}>
          {entry.text !== '' && (
            <>
              <b className="font-semibold">{noteOf}</b> <span dir="auto">{marked(entry.text, entry.beside?.promised)}</span>
            </>
          )}
        </CallCard>
      )}
    </SpineEvent>
  );
}

/** What the call's own line says: who answered, and how long they talked; null while nobody has, or did. */
function callFacts({ facts }: EntryView): { readonly answeredBy: string | null; readonly seconds: number | null } {
  const { answeredAt, endedAt, answeredBy } = facts;
  const isOver = typeof answeredAt === 'string' && typeof endedAt === 'string';
  return { answeredBy: typeof answeredBy === 'string' ? answeredBy : null, seconds: isOver ? Math.round((Date.parse(endedAt) - Date.parse(answeredAt)) / 1000) : null };
}

function Sound({ entry, seconds }: { readonly entry: EntryView; readonly seconds: number }): ReactElement {
  const t = useWords(inboxWords);
  const played = entry.beside?.playedSeconds ?? 0;
  return (
    <>
      {entry.beside?.hasSound ? (
        <>
          <Button size="sm" square className="rounded-full!" aria-label={t('play')}>
            <Play className="size-3.5" />
          </Button>
          <Waveform levels={levelsOf(entry.id)} playedShare={seconds === 0 ? 0 : played / seconds} />
          <bdi className="text-xs text-text-2 tabular-nums">
            {clockOf(played)} / {clockOf(seconds)}
          </bdi>
        </>
      ) : (
        <span className="flex-1 text-xs text-text-3">{t('noSound')}</span>
      )}
      {!entry.beside?.hasTranscript && (
        <Chip tone="outline">
          <CaptionsOff />
          {t('transcriptionOff')}
        </Chip>
      )}
    </>
  );
}

function NoteEvent(props: Placed & { readonly entry: EntryView }): ReactElement {
  const t = useWords(inboxWords);
  const { entry } = props;
  return (
    <SpineEvent kind="note" icon={entry.author.kind === 'system' ? <Settings2 /> : <Lock />} label={`${entry.author.name}, ${t('note')}`} position={props.position} total={props.total}>
      <NoteCard name={entry.author.name} when={t('internal', { time: timeOf(entry.occurredAt) })}>
        {withMentions(entry.text)}
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

/** The words that made a promise, in apricot. */
function marked(text: string, promised: string | undefined): ReactNode {
  const at = promised === undefined ? -1 : text.indexOf(promised);
  if (promised === undefined || at === -1) return text;
  return (
    <>
      {text.slice(0, at)}
      <span className="-my-px rounded bg-accent-soft box-decoration-clone px-1 py-px">{promised}</span>
      {text.slice(at + promised.length)}
    </>
  );
}

function useNameOf(): (entry: EntryView) => string {
  const t = useWords(inboxWords);
  const me = useMe()?.teammate.id;
  return (entry) => (entry.author.id !== null && entry.author.id === me ? t('you').toLowerCase() : (entry.author.name.split(' ')[0] ?? ''));
}

function longLength(seconds: number): string {
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const bars = 64;

/** A still picture until the sound's own levels are measured: the same for the same call. */
function levelsOf(seed: string): readonly number[] {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 7);
  return Array.from({ length: bars }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  });
}
