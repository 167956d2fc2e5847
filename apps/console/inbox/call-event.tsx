import { CaptionsOff, Play } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Button,
  CallCard,
  callLengthOf,
  Chip,
  clockOf,
  EventHead,
  SpineEvent,
  useNow,
  useWords,
  Waveform,
  whenOf,
  firstNameOf,
} from '#platform/ui';
import { useMe } from '../session/use-me.ts';
import { channelLook } from './channels.tsx';
import { useNames } from './use-names.ts';
import type { ConversationView, EntryView } from './views.ts';
import { useFullMoment } from './their-clock.tsx';
import { inboxWords } from './words.ts';

/** Where an event stands in its feed. */
export interface Placed {
  readonly conversation: ConversationView;
  readonly position: number;
  readonly total: number;
}

/** A call in the spine: who talked, how long, its sound where there is one, and the note of it. */
export function CallEvent(props: Placed & { readonly entry: EntryView }): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  const fullMoment = useFullMoment();
  const me = useMe()?.teammate.id;
  const names = useNames();
  const { entry } = props;
  const facts = callFacts(entry);
  const look = channelLook('voice');
  const one = firstNameOf(props.conversation.customer.name);
  // not known while the names are on their way, nor of somebody who left long ago
  const answeredBy = names.teammate(facts.answeredBy);
  const how = saidOf(one, answeredBy, facts.seconds, t);
  const isMine = facts.answeredBy !== null && facts.answeredBy === me;
  const theirNote = answeredBy === undefined ? t('note') : t('noteOf', { name: answeredBy });
  const noteOf = isMine ? t('yourNote') : theirNote;
  return (
    <SpineEvent
      kind="call"
      icon={look.icon}
      label={`${t('voice')}, ${how}`}
      position={props.position}
      total={props.total}
    >
      <EventHead
        name={t('voice')}
        how={how}
        when={whenOf(entry.occurredAt, now)}
        fullWhen={fullMoment(entry.occurredAt)}
      />
      {facts.seconds !== null && (
        <CallCard top={<Sound entry={entry} seconds={facts.seconds} />}>
          {entry.text !== '' && (
            <>
              <b className="font-semibold">{noteOf}</b>{' '}
              <span dir="auto">{marked(entry.text, entry.beside?.promised)}</span>
            </>
          )}
        </CallCard>
      )}
    </SpineEvent>
  );
}

type Say = ReturnType<typeof useWords<keyof typeof inboxWords.en>>;

/** Who talked and how long, as far as it is known. */
function saidOf(one: string, answeredBy: string | undefined, seconds: number | null, t: Say): string {
  if (seconds === null) return t('callMissed', { one });
  const length = callLengthOf(seconds);
  if (answeredBy === undefined) return t('callOf', { one, length });
  return t('callWith', { one, two: firstNameOf(answeredBy), length });
}

/** What the call's own line says: who answered, and how long they talked; null while nobody has, or did. */
function callFacts({ facts }: EntryView): { readonly answeredBy: string | null; readonly seconds: number | null } {
  const { answeredAt, endedAt, answeredBy } = facts;
  const isOver = typeof answeredAt === 'string' && typeof endedAt === 'string';
  return {
    answeredBy: typeof answeredBy === 'string' ? answeredBy : null,
    seconds: isOver ? Math.round((Date.parse(endedAt) - Date.parse(answeredAt)) / 1000) : null,
  };
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

const bars = 64;

/** A still picture until the sound's own levels are measured: the same for the same call. */
function levelsOf(seed: string): readonly number[] {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 7);
  return Array.from({ length: bars }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  });
}
