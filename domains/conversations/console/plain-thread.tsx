import { Paperclip } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Chip, EventHead, fullMomentOf, MailBody, NoteCard, useNow, useWords, whenOf } from '#platform/ui';
import { outsideWords } from './outside-words.ts';

/** One line of a spine, as far as it is read by people from outside. */
export interface PlainEntry {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly occurredAt: string;
  readonly author: { readonly name: string };
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** What was said, to be read: no menus, no pictures from elsewhere, nothing to answer with. */
export function PlainThread(props: {
  readonly label: string;
  readonly entries: readonly PlainEntry[];
  readonly fileHref: (id: string) => string;
  readonly onEarlier?: (() => void) | undefined;
}): ReactElement {
  const t = useWords(outsideWords);
  return (
    <div className="flex max-w-[820px] flex-col gap-4">
      {props.onEarlier && (
        <Button size="sm" className="self-center" onClick={props.onEarlier}>
          {t('earlier')}
        </Button>
      )}
      <ol aria-label={props.label} className="flex flex-col gap-5">
        {props.entries.map((entry) => (
          <li key={entry.id}>
            <Line entry={entry} />
            <PlainFiles files={entry.files} hrefOf={props.fileHref} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Line({ entry }: { readonly entry: PlainEntry }): ReactElement {
  const t = useWords(outsideWords);
  const now = useNow();
  const when = whenOf(entry.occurredAt, now);
  if (entry.kind === 'system') return <p className="text-center text-xs text-text-3">{entry.text}</p>;
  if (entry.kind === 'note')
    return (
      <NoteCard name={entry.author.name} when={t('internalNote', { when })}>
        {entry.text}
      </NoteCard>
    );
  const how = { in: t('wrote'), out: t('answered'), call: t('call') }[entry.kind] ?? '';
  return (
    <>
      <EventHead name={entry.author.name} how={how} when={when} fullWhen={fullMomentOf(entry.occurredAt)} />
      <MailBody>{entry.text}</MailBody>
    </>
  );
}

function PlainFiles(props: {
  readonly files: PlainEntry['files'];
  readonly hrefOf: (id: string) => string;
}): ReactElement | null {
  const t = useWords(outsideWords);
  if (props.files.length === 0) return null;
  return (
    <ul aria-label={t('files')} className="mt-1.5 flex flex-wrap gap-1.5">
      {props.files.map(({ id, name }) => (
        <li key={id}>
          <a href={props.hrefOf(id)} download={name} className="inline-flex min-h-6 items-center">
            <Chip tone="outline" square>
              <Paperclip />
              <bdi className="max-w-60 truncate">{name}</bdi>
            </Chip>
          </a>
        </li>
      ))}
    </ul>
  );
}
