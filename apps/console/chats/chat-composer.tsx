import { useQueryClient } from '@tanstack/react-query';
import { Check, Clock3, Lock, SpellCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { FittingAnswers } from '#domains/macros/console';
import {
  Button,
  type ComposerMode,
  cx,
  ErrorNote,
  Kbd,
  Part,
  useAct,
  useCommand,
  useKeys,
  useWords,
  firstNameOf,
} from '#platform/ui';
import { leaveField } from '../inbox/leave-field.ts';
import { placeOf } from '../inbox/place-of.ts';
import { useDraft } from '../inbox/use-draft.ts';
import { useSend } from '../inbox/use-send.tsx';
import type { ConversationView } from '../inbox/views.ts';
import { inboxWords } from '../inbox/words.ts';
import { closeConversation, listLiveConversations, reopenConversation } from '../routes.ts';
import { say } from '../shell/toasts.tsx';
import { mend, slipIn } from './spelling.ts';
import { usePutAway } from './use-put-away.tsx';
import { chatWords } from './words.ts';

/** A macro's name is being typed: it is no answer as long as the macros are not there. */
const named = /(?:^|\s)(?:\/|::)[\p{L}\p{N}_-]+$/u;

/** Where one answers a chat: Enter sends, `/` and a name put a macro's words in, Tab mends the spelling. */
export function ChatComposer(props: {
  readonly conversation: ConversationView;
  readonly isFocused: boolean;
  readonly typing: number;
}): ReactElement {
  const [mode, setMode] = useState<ComposerMode>('reply');
  return <Field key={mode} {...props} mode={mode} onMode={setMode} />;
}

interface FieldProps {
  readonly conversation: ConversationView;
  readonly isFocused: boolean;
  readonly typing: number;
  readonly mode: ComposerMode;
  readonly onMode: (mode: ComposerMode) => void;
}

function Field(props: FieldProps): ReactElement {
  const t = useWords(chatWords);
  const { conversation, mode } = props;
  const { draft, read, write, flush, hand } = useDraft(conversation, mode);
  const { send, stopped, edit } = useSend(conversation, conversation.replyLines[0]?.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const holds = useRef<(() => boolean) | undefined>(undefined);
  const name = firstNameOf(conversation.customer.name);
  const slip = slipIn(draft.text);
  const canSend = draft.text.trim() !== '' && conversation.can.includes(mode);
  const isNote = mode === 'note';
  useEffect(() => {
    if (props.typing > 0) field.current?.focus();
  }, [props.typing]);

  const submit = (): void => {
    if (!canSend) return;
    hand();
    void send(mode, draft.text, 'stay');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const waits = holds.current?.() ?? named.test(draft.text);
    if (event.key === 'Enter' && isPlain) {
      if (!waits) submit();
    } else if (event.key === 'Tab' && isPlain && slip) write({ ...draft, text: mend(draft.text, slip) });
    else return;
    event.preventDefault();
  };
  useCommand('send', submit, canSend && props.isFocused);
  useCommand('leaveField', () => leaveField(field.current), props.isFocused);
  useCommand('switchMode', () => props.onMode(isNote ? 'reply' : 'note'), props.isFocused);
  useCommand('note', () => props.onMode('note'), props.isFocused && !isNote);
  useCommand('reply', () => field.current?.focus(), props.isFocused);
  return (
    <div className="flex-none px-3 pt-2 pb-3 max-phone:pb-[max(12px,env(safe-area-inset-bottom))]">
      {stopped && (
        <ErrorNote
          title={t('failed')}
          detail={stopped.news.join(' · ')}
          action={<StoppedActs onEdit={() => (edit(), field.current?.focus())} onSend={submit} />}
        />
      )}
      <Part fallback={<div className="h-[73px] max-phone:hidden" />}>
        <FittingAnswers
          {...placeOf(conversation, 'chats')}
          mode={mode}
          field={field}
          text={draft.text}
          write={(text) => write({ ...read(), text })}
          isFocused={props.isFocused}
          onHold={(isBusy) => {
            holds.current = isBusy;
          }}
        />
      </Part>
      <div
        data-scope="composer"
        data-pane={props.isFocused ? 'composer' : undefined}
        className={cx(
          'overflow-hidden rounded-lg border',
          isNote ? 'border-note-line bg-note-soft' : 'bg-surface',
          props.isFocused ? 'border-2 border-brand' : 'border-line-2',
        )}
        aria-label={isNote ? t('noteField', { name }) : t('field', { name })}
        role="group"
      >
        <textarea
          ref={field}
          dir="auto"
          rows={2}
          spellCheck
          data-pane-start={props.isFocused ? '' : undefined}
          aria-label={isNote ? t('noteField', { name }) : t('field', { name })}
          placeholder={isNote ? t('placeholderNote') : t('placeholder', { name })}
          value={draft.text}
          onChange={(event) => write({ ...draft, text: event.target.value })}
          onKeyDown={onKeyDown}
          onBlur={flush}
          className="block field-sizing-content max-h-[30vh] min-h-14 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-2 text-md leading-[21px] outline-none placeholder:text-text-3"
        />
        {slip && (
          <Slipped
            wrong={slip.wrong}
            right={slip.right}
            onFix={() => write({ ...draft, text: mend(draft.text, slip) })}
          />
        )}
        <Foot {...props} canSend={canSend} onSubmit={submit} />
      </div>
    </div>
  );
}

function StoppedActs(props: { readonly onEdit: () => void; readonly onSend: () => void }): ReactElement {
  const t = useWords(inboxWords);
  return (
    <span className="flex gap-1.5">
      <Button size="sm" onClick={props.onEdit}>
        {t('edit')}
      </Button>
      <Button size="sm" look="primary" onClick={props.onSend}>
        {t('sendAnyway')}
      </Button>
    </span>
  );
}

function Slipped(props: { readonly wrong: string; readonly right: string; readonly onFix: () => void }): ReactElement {
  const t = useWords(chatWords);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t('spelling', { wrong: props.wrong, right: props.right })}
      onClick={props.onFix}
      className="mx-2.5 mb-1.5 flex min-h-7 w-[calc(100%-20px)] items-center gap-2 rounded-md bg-surface-3 px-2.5 text-xs max-phone:min-h-10"
    >
      <SpellCheck className="size-3.5" />
      <span>{props.wrong}</span> → <b>{props.right}</b>
      <span className="flex-1" />
      <Kbd keys="tab" /> {t('fix')}
    </button>
  );
}

function Foot(props: FieldProps & { readonly canSend: boolean; readonly onSubmit: () => void }): ReactElement {
  const t = useWords(chatWords);
  const { conversation } = props;
  const closeKeys = useKeys('close');
  const isNote = props.mode === 'note';
  const close = useClosing(conversation);
  const canClose = conversation.can.includes('close');
  useCommand('close', close, props.isFocused && canClose);
  const away = usePutAway(conversation, props.isFocused);
  return (
    <div className={cx('flex items-center gap-1.5 border-t px-2 py-2', isNote ? 'border-note-line' : 'border-line')}>
      <Button
        look="ghost"
        size="sm"
        square
        aria-pressed={isNote}
        aria-label={isNote ? t('reply') : t('note')}
        title={isNote ? t('reply') : t('note')}
        className="max-phone:size-10"
        onClick={() => props.onMode(isNote ? 'reply' : 'note')}
      >
        <Lock className="size-3.5" />
      </Button>
      {away.canPutAway && (
        <Button
          look="ghost"
          size="sm"
          square
          aria-label={t('putAway')}
          title={away.title}
          className="max-phone:size-10"
          onClick={away.open}
        >
          <Clock3 className="size-3.5" />
        </Button>
      )}
      {away.dialog}
      <span className="flex-1" />
      {canClose && (
        <Button look="ghost" size="sm" className="max-phone:h-10" onClick={close}>
          {t('close')} {props.isFocused && <Kbd keys={closeKeys} />}
        </Button>
      )}
      <Button look="primary" className="max-phone:h-10" disabled={!props.canSend} onClick={props.onSubmit}>
        {isNote ? t('addNote') : t('send')} <Kbd keys="enter" onFill />
      </Button>
    </div>
  );
}

/** How long the toast of a closing stays. */
const undoStayMs = 10_000;

function useClosing(conversation: ConversationView): () => void {
  const t = useWords(chatWords);
  const client = useQueryClient();
  const close = useAct(closeConversation);
  const reopen = useAct(reopenConversation);
  const params = { id: conversation.id };
  const onSettled = (): void => void client.invalidateQueries({ queryKey: [listLiveConversations.path] });
  return () => {
    const undo = (): void => reopen.mutate({ params }, { onSettled });
    const onSuccess = (): void =>
      say({
        id: conversation.id,
        icon: <Check />,
        text: t('closed', { name: conversation.customer.name }),
        stayMs: undoStayMs,
        undo,
      });
    const onError = (): void => say({ id: conversation.id, icon: <TriangleAlert />, text: t('failed') });
    // Its column is free in a moment: the focus goes to the list, never to the page and never into another's field (R6).
    document.querySelector<HTMLElement>('[data-pane="queues"]')?.focus();
    close.mutate({ params, body: { how: 'answered' } }, { onSuccess, onError, onSettled });
  };
}
