import { lazy, useEffect, useRef, useState, type ReactElement } from 'react';
import {
  ComposerFrame,
  type ComposerMode,
  cx,
  Quoted,
  type Say,
  SourceLink,
  useCommand,
  useWords,
  type WritingField,
  Part,
  firstNameOf,
} from '#platform/ui';
import { Foot } from './composer-foot.tsx';
import type { Draft, UploadView } from './draft-store.ts';
import { Guard, useDiscard } from './guard.tsx';
import { leaveField } from './leave-field.ts';
import { placeOf } from './place-of.ts';
import type { Written } from './rich/writing.ts';
import type { Message } from './sending.tsx';
import { type ComposerFiles as ComposerFilesOf, useComposerFiles } from './use-composer-files.tsx';
import { filesOf, useDraft } from './use-draft.ts';
import { useLater } from './use-later.tsx';
import { useMention } from './use-mention.tsx';
import { useWhenReady } from './use-when-ready.tsx';
import { useFormKeys } from './use-form-keys.ts';
import { useRich } from './use-rich.ts';
import { WordsField } from './words-field.tsx';
import { useSend } from './use-send.tsx';
import { Suggestions, WritingPieces } from './suggestions.tsx';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

const ComposerPeople = lazy(async () => ({ default: (await import('./composer-people.tsx')).ComposerPeople }));
const FormatBar = lazy(async () => ({ default: (await import('./rich/format-bar.tsx')).FormatBar }));
const ComposerFiles = lazy(async () => ({ default: (await import('./composer-files.tsx')).ComposerFiles }));
const WithoutFiles = lazy(async () => ({ default: (await import('./composer-files.tsx')).WithoutFiles }));

const stateWord = { none: undefined, here: 'savedHere', saving: 'saving', saved: 'saved' } as const;

/** Where one writes. Reply and note are two drafts and two looks; a note has no recipient (R16, R17). */
export function Composer(props: {
  readonly conversation: ConversationView;
  readonly mode: ComposerMode;
  readonly onMode: (mode: ComposerMode) => void;
  readonly view: string;
  /** Grows when R or N asks for the field. */
  readonly focusCount: number;
}): ReactElement {
  const t = useWords(inboxWords);
  const { conversation, mode } = props;
  const { draft, state, read, write, flush, hand } = useDraft(conversation, mode);
  const [lineId, setLineId] = useState(conversation.replyLines[0]?.id);
  const { send, stopped, edit } = useSend(conversation, lineId);
  const field = useRef<WritingField | null>(null);
  const mention = useMention(field, mode === 'note', draft.text, (text) => write({ ...draft, text }));
  const name = firstNameOf(conversation.customer.name);
  const body = textOf(draft);
  const hasWay = mode === 'note' || conversation.replyLines.length > 0;
  const line = conversation.replyLines.find((one) => one.id === lineId);
  const isFormatted = mode === 'reply' && line?.formatted === true;
  const { html, ...plain } = draft.content ?? {};
  const content = isFormatted && html !== undefined ? { ...plain, html } : plain;
  const change = (next: Written): void =>
    write({ ...read(), text: next.text, content: { ...read().content, html: next.html } });
  const rich = useRich({ isOn: isFormatted, html, field, read, write: change });
  const files = useComposerFiles(conversation.id, mode, draft, write, isFormatted ? rich.putPictures : undefined);
  const form = useFormKeys(rich, isFormatted);
  const [isFormatting, setFormatting] = useState(false);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const says = body.trim() !== '' || (mode === 'reply' && (files.count > 0 || content.forwards !== undefined));
  const hasPeople = content.forwards === undefined || (content.to?.length ?? 0) > 0;
  const canSend = says && hasPeople && !files.lacksPicture && hasWay && conversation.can.includes(mode);

  useEffect(() => {
    if (props.focusCount > 0) field.current?.focus();
  }, [props.focusCount]);
  const words = (): string => rich.plain() ?? body;
  const { submit, without, setWithout } = useSubmit(files, filesOf(draft), canSend, async (andClose, along) => {
    const said = words();
    hand();
    await send(mode, said, andClose ? 'close' : 'wait', { content, ...along });
  });
  const discard = useDiscard(conversation.id, { read, write, edit, field });
  const isComing = says && hasPeople && !files.lacksPicture && !hasWay;
  const ask = { isReady: canSend, isComing, words: JSON.stringify([body, content]), send: () => void submit() };
  useCommand('send', useWhenReady(ask), canSend || isComing);
  useCommand('sendAndClose', () => void submit(true), canSend && mode === 'reply');
  const can = canSend && mode === 'reply' && !files.isBusy && files.refused.length === 0;
  const later = useLater({ conversation, draft: { ...draft, content }, words, lineId, hand, can });
  useCommand('leaveField', () => leaveField(field.current));

  const look = lookOf(mode, name, hasWay, draft.quotes.length > 0, t);
  return (
    <ComposerFrame
      mode={mode}
      label={mode === 'note' ? t('noteField') : t('replyTo', { name })}
      noteHint={t('noteHint', { name })}
      bar={<Suggestions conversation={conversation} draft={draft} write={write} onBar={setBar} />}
      above={
        <>
          {mode === 'reply' && line?.copies && (
            <Part fallback={<div className="h-8 border-b border-line" />}>
              <ComposerPeople
                key={`${content.forwards}`}
                conversation={conversation}
                line={line}
                content={content}
                onChange={(next) => write({ ...draft, content: next })}
              />
            </Part>
          )}
          {without && (
            <Refused
              files={files}
              onEdit={() => (setWithout(undefined), field.current?.focus())}
              onSend={() => void submit()}
            />
          )}
          {stopped && (
            <Guard
              news={stopped.news}
              onEdit={() => (edit(), field.current?.focus())}
              onDiscard={discard}
              onSend={canSend ? () => void submit() : undefined}
            />
          )}
        </>
      }
      field={
        <div {...files.drop}>
          <WordsField
            {...look}
            rows={draft.quotes.length > 0 ? 1 : 2}
            words={{ text: draft.text, html }}
            rich={rich}
            files={files}
            field={field}
            onField={(box) => {
              field.current = box;
            }}
            onChange={change}
            onBlur={flush}
            more={mention.field}
          />
          {mention.list}
          <WritingPieces
            {...placeOf(conversation, props.view)}
            mode={mode}
            field={field}
            text={draft.text}
            write={(text) => write({ ...read(), text })}
            bar={bar}
          />
          {draft.quotes.length > 0 && (
            <Quoted parts={draft.quotes.map((quote, index) => ({ text: quote.text, source: index + 1 }))} />
          )}
          {files.input}
          {(files.beside.length > 0 || files.isBusy || files.refused.length > 0) && (
            <Part>
              <ComposerFiles uploadKey={files.key} files={files.beside} onTakeOut={files.takeOut} />
            </Part>
          )}
          {isFormatted && (
            <Part>
              <FormatBar {...form} rich={rich} isShown={isFormatting || html !== undefined} />
            </Part>
          )}
        </div>
      }
      sources={mode === 'reply' && <Sources quotes={draft.quotes} />}
      foot={
        <Foot
          {...props}
          lineId={lineId}
          onLine={setLineId}
          saved={stateWord[state]}
          canSend={canSend}
          isFormatting={isFormatting || html !== undefined}
          onFormat={isFormatted ? () => setFormatting(!isFormatting) : undefined}
          onAttach={mode === 'note' || line?.copies ? files.choose : undefined}
          onSubmit={(andClose) => void submit(andClose)}
          later={later}
        />
      }
    />
  );
}

function lookOf(
  mode: ComposerMode,
  name: string,
  hasWay: boolean,
  hasQuotes: boolean,
  t: Say<keyof typeof inboxWords.en>,
): { readonly label: string; readonly placeholder: string; readonly className: string } {
  return {
    label: mode === 'note' ? t('noteField') : t('replyField', { name }),
    placeholder: hasWay ? t(mode === 'note' ? 'placeholderNote' : 'placeholderReply', { name }) : t('noLine'),
    className: cx(
      'max-h-[38vh] w-full bg-transparent px-3.5 pt-2.5 text-md leading-[21px] outline-none max-phone:text-body max-phone:leading-[22px]',
      hasQuotes ? 'pb-[5px]' : 'min-h-14 pb-2',
    ),
  };
}

function Refused(props: {
  readonly files: ComposerFilesOf;
  readonly onEdit: () => void;
  readonly onSend: () => void;
}): ReactElement | null {
  const names = props.files.refused.map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Part>
      <WithoutFiles names={names} onEdit={props.onEdit} onSend={props.onSend} />
    </Part>
  );
}

/** Sends what is written with its files, those under way too; where one was refused it asks first (R28). */
function useSubmit(
  files: ComposerFilesOf,
  there: readonly UploadView[],
  canSend: boolean,
  send: (andClose: boolean, along: Pick<Message, 'uploads' | 'arrival'>) => Promise<void>,
) {
  const [without, setWithout] = useState<{ readonly andClose: boolean }>();
  const submit = async (andClose = false): Promise<void> => {
    if (!canSend) return;
    // Asked a second time it leaves without them.
    if (files.refused.length > 0 && without === undefined) return setWithout({ andClose });
    setWithout(undefined);
    const { coming, arrival } = files.handOver();
    await send(without?.andClose ?? andClose, { uploads: [...there, ...coming], arrival });
  };
  return { submit, without, setWithout };
}

function Sources({ quotes }: Pick<Draft, 'quotes'>): ReactElement | null {
  if (quotes.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5 px-3 pb-[9px]">
      {quotes.map((quote, index) => (
        <SourceLink key={quote.articleId} number={index + 1} title={quote.title} href={`/kb/${quote.articleId}`} />
      ))}
    </div>
  );
}

/** What leaves: the text, then each quote as it stands in its article. */
function textOf(draft: Draft): string {
  return [draft.text, ...draft.quotes.map((quote) => `“${quote.text}” (${quote.title})`)].join('\n\n');
}
