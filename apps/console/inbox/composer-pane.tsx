import { BookOpen, ChevronDown, Lock, Paperclip, Reply, Zap } from 'lucide-react';
import { Suspense, useEffect, useRef, useState, type ReactElement } from 'react';
import {
  Button,
  ComposerFrame,
  type ComposerMode,
  cx,
  ErrorNote,
  Kbd,
  Menu,
  Quoted,
  Segments,
  SourceLink,
  SuggestionBar,
  useCommand,
  useKeys,
  useWords,
} from '#platform/ui';
import { isPreview } from '../shell/is-preview.ts';
import { sockets } from '../sockets.ts';
import { channelSign } from './channels.tsx';
import { placeOf } from './place-of.ts';
import type { Draft } from './draft-store.ts';
import { useDraft } from './use-draft.ts';
import { useMention } from './use-mention.tsx';
import { useSend } from './use-send.tsx';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

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
  const { draft, state, write, flush, hand } = useDraft(conversation, mode);
  const [lineId, setLineId] = useState(conversation.replyLines[0]?.id);
  const { send, stopped, edit } = useSend(conversation, lineId);
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(field, mode === 'note', draft.text, (text) => write({ ...draft, text }));
  const name = conversation.customer.name.split(' ')[0] ?? '';
  const body = textOf(draft);
  const hasWay = mode === 'note' || conversation.replyLines.length > 0;
  const canSend = body.trim() !== '' && hasWay && conversation.can.includes(mode);

  useEffect(() => {
    if (props.focusCount > 0) field.current?.focus();
  }, [props.focusCount]);
  const submit = async (andClose = false): Promise<void> => {
    if (!canSend) return;
    hand();
    await send(mode, body, andClose ? 'close' : 'wait');
  };
  useCommand('send', () => void submit(), canSend);
  useCommand('sendAndClose', () => void submit(true), canSend && mode === 'reply');
  useCommand('leaveField', () => field.current?.blur());

  return (
    <ComposerFrame
      mode={mode}
      label={mode === 'note' ? t('noteField') : t('replyTo', { name })}
      noteHint={t('noteHint', { name })}
      bar={<Suggestions conversation={conversation} draft={draft} write={write} />}
      above={
        stopped && (
          <ErrorNote
            title={t('guardTitle')}
            detail={stopped.news.join(' · ')}
            action={
              <span className="flex gap-1.5">
                <Button size="sm" onClick={() => (edit(), field.current?.focus())}>
                  {t('edit')}
                </Button>
                <Button size="sm" look="primary" disabled={!canSend} onClick={() => void submit()}>
                  {t('sendAnyway')}
                </Button>
              </span>
            }
          />
        )
      }
      field={
        <>
          <textarea
            ref={field}
            dir="auto"
            rows={draft.quotes.length > 0 ? 1 : 2}
            aria-label={mode === 'note' ? t('noteField') : t('replyField', { name })}
            placeholder={hasWay ? t(mode === 'note' ? 'placeholderNote' : 'placeholderReply', { name }) : t('noLine')}
            value={draft.text}
            onChange={(event) => write({ ...draft, text: event.target.value })}
            onBlur={flush}
            {...mention.field}
            className={cx(
              'block field-sizing-content max-h-[38vh] w-full resize-none bg-transparent px-3.5 pt-2.5 text-md leading-[21px] outline-none placeholder:text-text-3 max-phone:text-body max-phone:leading-[22px]',
              draft.quotes.length > 0 ? 'pb-[5px]' : 'min-h-14 pb-2',
            )}
          />
          {mention.list}
          <Suspense fallback={null}>
            {sockets.writing.map(({ id, component: Piece }) => (
              <Piece
                key={id}
                {...placeOf(conversation, props.view)}
                mode={mode}
                field={field}
                text={draft.text}
                write={(text) => write({ ...draft, text })}
              />
            ))}
          </Suspense>
          {draft.quotes.length > 0 && (
            <Quoted parts={draft.quotes.map((quote, index) => ({ text: quote.text, source: index + 1 }))} />
          )}
        </>
      }
      sources={
        mode === 'reply' &&
        draft.quotes.length > 0 && (
          <div className="flex flex-wrap gap-1.5 px-3 pb-[9px]">
            {draft.quotes.map((quote, index) => (
              <SourceLink
                key={quote.articleId}
                number={index + 1}
                title={quote.title}
                href={`/kb/${quote.articleId}`}
              />
            ))}
          </div>
        )
      }
      foot={
        <Foot
          {...props}
          lineId={lineId}
          onLine={setLineId}
          saved={stateWord[state]}
          canSend={canSend}
          onSubmit={(andClose) => void submit(andClose)}
        />
      }
    />
  );
}

interface FootProps {
  readonly conversation: ConversationView;
  readonly mode: ComposerMode;
  readonly onMode: (mode: ComposerMode) => void;
  readonly lineId: string | undefined;
  readonly onLine: (id: string) => void;
  readonly saved: 'savedHere' | 'saving' | 'saved' | undefined;
  readonly canSend: boolean;
  readonly onSubmit: (andClose: boolean) => void;
}

function Foot(props: FootProps): ReactElement {
  const t = useWords(inboxWords);
  const lines = props.conversation.replyLines;
  const line = lines.find((one) => one.id === props.lineId);
  const [isChoosing, setChoosing] = useState(false);
  const hasChoice = lines.length > 1;
  const channel =
    line === undefined ? { icon: <Reply className="turns" />, label: t('reply') } : channelSign(line.channel, t);
  const sendKeys = useKeys('send');
  const isNote = props.mode === 'note';
  return (
    <>
      <span className="me-1.5 flex items-center">
        <Segments
          label={t('mode')}
          value={props.mode}
          onChoose={(mode) => (mode === 'reply' && !isNote && hasChoice ? setChoosing(true) : props.onMode(mode))}
          options={[
            {
              id: 'reply',
              label: channel.label,
              icon: channel.icon,
              title: t('reply'),
              more: hasChoice ? <ChevronDown /> : undefined,
            },
            { id: 'note', label: t('note'), icon: <Lock />, title: t('note') },
          ]}
        />
        {hasChoice && (
          <Menu
            label={t('line')}
            header={t('line')}
            open={isChoosing}
            onOpen={setChoosing}
            trigger={<button type="button" tabIndex={-1} aria-label={t('line')} className="h-7 w-0" />}
            items={lines.map((one) => ({
              id: one.id,
              label: one.name,
              detail: one.address,
              icon: channelSign(one.channel, t).icon,
              isChosen: one.id === props.lineId,
              run: () => props.onLine(one.id),
            }))}
          />
        )}
      </span>
      <Tool label={t('macros')} icon={<Zap />} />
      <Tool label={t('attach')} icon={<Paperclip />} />
      <span className="max-phone:hidden">
        <Tool label={t('knowledge')} icon={<BookOpen />} />
      </span>
      <span className="flex-1" />
      <span role="status" className="me-2 text-2xs text-text-3 max-phone:sr-only">
        {props.saved && t(props.saved)}
      </span>
      <span className="inline-flex">
        <Button
          look="primary"
          disabled={!props.canSend}
          onClick={() => props.onSubmit(false)}
          className={isNote ? '' : 'rounded-e-none'}
        >
          {isNote ? t('addNote') : t('send')}
          <span className="max-phone:hidden">
            <Kbd keys={sendKeys} onFill />
          </span>
        </Button>
        {!isNote && (
          <Menu
            label={t('moreWays')}
            trigger={
              <Button
                look="primary"
                disabled={!props.canSend}
                aria-label={t('moreWays')}
                className="-ms-px w-[30px] justify-center rounded-s-none border-s-white/25 px-0"
              >
                <ChevronDown className="size-3.5" />
              </Button>
            }
            items={[
              { id: 'close', label: t('sendAndClose'), keys: 'mod+shift+enter', run: () => props.onSubmit(true) },
            ]}
          />
        )}
      </span>
    </>
  );
}

function Tool(props: { readonly label: string; readonly icon: ReactElement }): ReactElement | null {
  if (!isPreview) return null;
  return (
    <Button look="ghost" size="sm" square aria-label={props.label} title={props.label}>
      {props.icon}
    </Button>
  );
}

function Suggestions(props: {
  readonly conversation: ConversationView;
  readonly draft: Draft;
  readonly write: (draft: Draft) => void;
}): ReactElement | null {
  const t = useWords(inboxWords);
  const suggestion = props.conversation.beside?.suggestion;
  if (suggestion === undefined) return null;
  const insert = (): void =>
    props.write({ text: props.draft.text === '' ? suggestion.text : props.draft.text, quotes: suggestion.quotes });
  const [macro] = suggestion.macros;
  return (
    <SuggestionBar
      icon={<BookOpen />}
      title={t('quotedTitle', { count: suggestion.quotes.length })}
      detail={macro === undefined ? '' : t('macrosFit', { count: suggestion.macros.length })}
      actions={
        <>
          <Button look="ghost" size="xs" className="text-info-text!" onClick={insert}>
            {t('insert')} <Kbd keys="tab" />
          </Button>
          {macro && (
            <Button look="ghost" size="xs" className="text-info-text!">
              <Zap className="size-3 stroke-2" />
              {macro.title}
            </Button>
          )}
        </>
      }
    />
  );
}

/** What leaves: the text, then each quote as it stands in its article. */
function textOf(draft: Draft): string {
  return [draft.text, ...draft.quotes.map((quote) => `“${quote.text}” (${quote.title})`)].join('\n\n');
}
