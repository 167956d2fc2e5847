import { Lock, Paperclip } from 'lucide-react';
import type { ReactElement } from 'react';
import type { SearchHit } from '#domains/conversations/contract';
import { AppLink, Avatar, Chip, useNow, useWords, whenOf } from '#platform/ui';
import { channelSign } from '../inbox/channels.tsx';
import { inboxWords } from '../inbox/words.ts';
import { searchWords } from './words.ts';

type Pieces = SearchHit['subject'];

/** One conversation found: who, about what, and the place with the words. */
export function HitRow(props: { readonly hit: SearchHit; readonly onOpen: () => void }): ReactElement {
  const t = useWords(searchWords);
  const now = useNow();
  const { conversation, subject, customer, entry } = props.hit;
  const name = conversation.customer.name || t('noName');
  return (
    // Remembered as it is opened; the link itself says where it leads.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the link inside takes the keys.
    <li onClick={props.onOpen}>
      <AppLink
        href={`/inbox/all/${conversation.id}`}
        label={`${name}: ${conversation.subject || t('noSubject')}`}
        current={false}
        className="flex gap-3 rounded-lg border border-line bg-surface px-3.5 py-3 hover:bg-hover focus-visible:bg-selected"
      >
        <Avatar name={name} sizePx={32} />
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span className="flex items-baseline gap-2">
            <bdi className="min-w-0 truncate font-semibold">
              {name === t('noName') ? name : <Marked pieces={customer} />}
            </bdi>
            <ChannelWord channel={conversation.lastChannel} />
            <bdi className="text-xs text-text-3 tabular-nums">{t('number', { number: conversation.number })}</bdi>
            <span className="flex-1" />
            <bdi className="flex-none text-xs text-text-3 tabular-nums">{whenOf(conversation.lastEntryAt, now)}</bdi>
          </span>
          <span dir="auto" className="truncate">
            {conversation.subject === '' ? t('noSubject') : <Marked pieces={subject} />}
          </span>
          {entry !== null && entry.snippet.length > 0 && (
            <span dir="auto" className="line-clamp-2 text-text-2">
              {entry.kind === 'note' && <Chip tone="note">{t('note')}</Chip>} <Marked pieces={entry.snippet} />
            </span>
          )}
          {entry === null && conversation.preview !== '' && (
            <span dir="auto" className="line-clamp-1 text-text-3">
              {conversation.preview}
            </span>
          )}
          <Signs hit={props.hit} />
        </span>
      </AppLink>
    </li>
  );
}

function ChannelWord(props: { readonly channel: string | null }): ReactElement | null {
  const t = useWords(inboxWords);
  if (props.channel === null) return null;
  return <span className="flex-none text-xs text-text-3">{channelSign(props.channel, t).label}</span>;
}

function Signs({ hit }: { readonly hit: SearchHit }): ReactElement | null {
  const t = useWords(searchWords);
  const { status, confidential } = hit.conversation;
  const state = { open: null, waiting: t('waiting'), 'on-hold': t('onHold'), closed: t('closed') }[status.category];
  const files = hit.entry?.files ?? [];
  if (state === null && !confidential && files.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap items-center gap-1.5">
      {state !== null && <Chip tone="outline">{state}</Chip>}
      {confidential && (
        <Chip tone="outline">
          <Lock className="size-3" aria-hidden="true" /> {t('confidential')}
        </Chip>
      )}
      {files.map((pieces) => (
        <Chip key={pieces.map(({ text }) => text).join('')} tone="outline">
          <Paperclip className="size-3" aria-hidden="true" /> <span className="sr-only">{t('file')}</span>{' '}
          <bdi>
            <Marked pieces={pieces} />
          </bdi>
        </Chip>
      ))}
    </span>
  );
}

/** A text with what was found in it. */
function Marked({ pieces }: { readonly pieces: Pieces }): ReactElement {
  return (
    <>
      {pieces.map((piece, at) =>
        piece.found ? (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no other name than their place.
          <mark key={at} className="rounded-[3px] bg-note-soft font-semibold text-text outline outline-note-line">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
