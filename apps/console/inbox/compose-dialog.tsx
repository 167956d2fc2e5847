import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import {
  type AskOf,
  Button,
  Dialog,
  EmptyState,
  ErrorNote,
  Field,
  newId,
  SelectField,
  useAct,
  useView,
  useWords,
  viewKey,
  type WritingField,
} from '#platform/ui';
import { getConversation, listBoxes, listConversations, listLines, readLetter, startConversation } from '../routes.ts';
import { useGo } from '../shell/links.tsx';
import { AddresseeField } from './addressee-field.tsx';
import { ComposeCopies } from './compose-copies.tsx';
import { ComposeField } from './compose-field.tsx';
import { composeWords } from './compose-words.ts';
import { type Draft, type DraftContent, drafts, newConversation } from './draft-store.ts';
import type { Written } from './rich/writing.ts';
import { useComposerFiles } from './use-composer-files.tsx';
import { filesOf } from './use-draft.ts';
import { useRich } from './use-rich.ts';
import { useWhenReady } from './use-when-ready.tsx';
import { Undeliverable } from './undeliverable.tsx';
import { inboxWords } from './words.ts';

type Line = { readonly id: string; readonly brandId: string; readonly channel: string };

/** Writing to somebody first: by which line, to whom, about what. Opens the conversation, where it can still be undone. */
export function ComposeDialog(props: { readonly onClose: () => void; readonly to?: string | undefined }): ReactElement {
  const t = useWords(inboxWords);
  const c = useWords(composeWords);
  const loaded = useView(listLines, { query: {} });
  const lines = loaded.data?.rows.filter((line) => line.can.includes('start')) ?? [];
  const { draft, write, clear } = useNewDraft(props.to);
  const content = draft.content ?? {};
  const line = lines.find(({ id }) => id === content.lineId) ?? lines[0];
  const set = (part: Partial<DraftContent>): void => write({ ...draft, content: { ...content, ...part } });
  const { field, hold, rich, files, change } = useWriting(draft, write, line);
  const start = useStart(() => {
    clear();
    props.onClose();
  });
  const to = content.to?.[0] ?? '';
  const isWhole =
    [to, content.subject ?? '', draft.text].every((part) => part.trim() !== '') && !files.isBusy && !start.isPending;
  const isReady = line !== undefined && isWhole;
  const send = useWhenReady({
    isReady,
    isComing: isWhole && loaded.isPending,
    words: JSON.stringify([draft.name, draft.text, content]),
    send: () => line && start.send(line, draft, rich.plain() ?? draft.text),
  });
  const hasWords = draft.text !== '' || to !== '' || (content.subject ?? '') !== '';
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={t('compose')}
      foot={
        <>
          <span className="me-auto self-center text-xs text-text-3">{hasWords && <bdi>{c('keptHere')}</bdi>}</span>
          {hasWords && (
            <Button look="ghost" onClick={() => (clear(), props.onClose())}>
              {c('discard')}
            </Button>
          )}
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!isReady} onClick={send}>
            {t('send')}
          </Button>
        </>
      }
    >
      {loaded.isSuccess && lines.length === 0 ? (
        <EmptyState title={t('noStartLine')} />
      ) : (
        <div className="flex flex-col gap-3">
          <SelectField
            label={t('line')}
            value={line?.id ?? ''}
            options={lines.map((one) => ({ id: String(one.id), label: `${one.name}, ${one.address}` }))}
            onChoose={(id) => set({ lineId: id })}
          />
          <AddresseeField
            label={t('to')}
            lineId={line?.id}
            address={to}
            name={draft.name ?? ''}
            onChange={(address, name) => write({ ...draft, name, content: { ...content, to: [address] } })}
          />
          {rich.isOn && <ComposeCopies lineId={line?.id} content={content} label={c('copies')} onChange={set} />}
          {line && rich.isOn && (
            <Undeliverable brandId={line.brandId} addresses={[to, ...(content.cc ?? []), ...(content.bcc ?? [])]} />
          )}
          <Field
            label={t('customerName')}
            dir="auto"
            value={draft.name ?? ''}
            onChange={(event) => write({ ...draft, name: event.target.value })}
          />
          <Field
            label={t('subject')}
            required
            dir="auto"
            value={content.subject ?? ''}
            onChange={(event) => set({ subject: event.target.value })}
          />
          <ComposeField
            draft={draft}
            label={t('text')}
            attach={t('attach')}
            field={field}
            onField={hold}
            rich={rich}
            files={files}
            onChange={change}
            onSend={send}
          />
          {line && rich.isOn && <SignedAs lineId={line.id} />}
          {start.error && (
            <ErrorNote
              title={start.error.problem.title}
              detail={start.error.problem.fields?.[0]?.message ?? start.error.problem.detail}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

/** What was begun and not sent waits on this device, also over a reload. */
function useNewDraft(to: string | undefined) {
  const listen = useCallback((hear: () => void) => drafts.subscribe(newConversation, 'reply', hear), []);
  const draft = useSyncExternalStore(listen, () => drafts.read(newConversation, 'reply'));
  const write = (next: Draft): void => drafts.write(newConversation, 'reply', next);
  useEffect(() => {
    void drafts.recall(newConversation, 'reply').then(() => {
      const now = drafts.read(newConversation, 'reply');
      if (to !== undefined && now.content?.to?.[0] !== to)
        drafts.write(newConversation, 'reply', { ...now, content: { ...now.content, to: [to] } });
    });
  }, [to]);
  return {
    draft,
    write,
    clear: (): void => {
      drafts.hand(newConversation, 'reply', async () => true);
      drafts.arrived(newConversation, 'reply');
    },
  };
}

function useWriting(draft: Draft, write: (draft: Draft) => void, line: Line | undefined) {
  const field = useRef<WritingField | null>(null);
  const read = (): Draft => drafts.read(newConversation, 'reply');
  const change = (next: Written): void =>
    write({ ...read(), text: next.text, content: { ...read().content, html: next.html } });
  const isOn = line?.channel === 'email';
  const rich = useRich({ isOn, html: draft.content?.html, field, read, write: change });
  const files = useComposerFiles(newConversation, 'reply', draft, write, isOn ? rich.putPictures : undefined);
  const hold = useCallback((box: HTMLTextAreaElement | null): void => {
    field.current = box;
  }, []);
  return { field, hold, rich, files, change };
}

/** Sends what was written, and goes to the conversation it opened. */
function useStart(onSent: () => void) {
  const go = useGo();
  const client = useQueryClient();
  // Made once, so that sending it twice is sending it once.
  const [ids] = useState(() => ({ id: newId(), messageId: newId() }));
  const start = useAct(startConversation);
  return {
    isPending: start.isPending,
    error: start.error,
    send: (line: Line, draft: Draft, text: string): void => {
      const { to = [], cc, bcc, subject = '', html } = draft.content ?? {};
      const name = draft.name?.trim() ? { name: draft.name.trim() } : {};
      const along = line.channel === 'email' ? { cc, bcc, html, uploadIds: filesOf(draft).map(({ id }) => id) } : {};
      const body = { ...ids, lineId: line.id, to: (to[0] ?? '').trim(), subject, text, ...name, ...along };
      start.mutate(
        { body: body as AskOf<typeof startConversation>['body'] },
        {
          onSuccess: (conversation) => {
            client.setQueryData(viewKey(getConversation, { params: { id: conversation.id } }), conversation);
            for (const route of [listConversations, listBoxes])
              void client.invalidateQueries({ queryKey: [route.path] });
            onSent();
            go(`/inbox/all/${conversation.id}`);
          },
        },
      );
    },
  };
}

/** From whom it comes and what stands below it, before it is sent. */
function SignedAs({ lineId }: { readonly lineId: string }): ReactElement | null {
  const c = useWords(composeWords);
  const letter = useView(readLetter, { params: { id: lineId as never } }).data;
  if (letter === undefined) return null;
  return (
    <div className="text-xs text-text-3">
      <p dir="auto">{c('from', { name: letter.fromName })}</p>
      {letter.signature !== '' && (
        <details>
          <summary className="inline-flex min-h-6 cursor-pointer items-center">{c('signed')}</summary>
          <p dir="auto" className="break-words whitespace-pre-wrap">
            {letter.signature}
          </p>
        </details>
      )}
    </div>
  );
}
