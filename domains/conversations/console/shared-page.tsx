import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { readSession } from '#domains/identity/contract';
import {
  Button,
  EmptyState,
  ErrorNote,
  newId,
  Skeleton,
  TextField,
  useAct,
  useGo,
  usePages,
  useRooms,
  useView,
  useWords,
} from '#platform/ui';
import {
  addNote,
  type ConversationView,
  getConversation,
  listConversations,
  listEntries,
  markRead,
} from '../contract.ts';
import { OutsideFrame, OutsideHead, OutsideRows } from './outside-frame.tsx';
import { outsideWords } from './outside-words.ts';
import { PlainThread } from './plain-thread.tsx';

const path = '/shared';
const rowHeightPx = 76;

/** Everything a guest has: the conversations that were shared with them. */
export function SharedPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(outsideWords);
  const myId = useView(readSession, {}).data?.me?.teammate.id;
  useRooms(myId === undefined ? [] : [`conversation:shared:${myId}`]);
  const pages = usePages(listConversations, { query: { box: 'shared', order: 'newest' } as never });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const list = (
    <>
      {pages.error && <ErrorNote title={pages.error.problem.title} detail={pages.error.problem.help} />}
      {pages.isPending && <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {pages.data && rows.length === 0 && (
        <div className="h-60">
          <EmptyState title={t('nothingShared')}>{t('nothingSharedSays')}</EmptyState>
        </div>
      )}
      <OutsideRows rows={rows} path={path} openId={props.rest} />
      {pages.hasNextPage && (
        <Button className="mx-auto my-3" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
  return (
    <OutsideFrame title={t('sharedTitle')} lead={t('sharedLead')} openId={props.rest} list={list}>
      {props.rest === '' ? <EmptyState title={t('chooseOne')} /> : <One key={props.rest} id={props.rest} />}
    </OutsideFrame>
  );
}

function One({ id }: { readonly id: string }): ReactElement | null {
  const t = useWords(outsideWords);
  const go = useGo();
  const { data, error } = useView(getConversation, { params: { id } } as never);
  const conversation = error ? undefined : (data as ConversationView | undefined);
  useRooms(conversation === undefined ? [] : [`conversation:${id}`]);
  if (error)
    return (
      <EmptyState title={t('goneTitle')} action={<Button onClick={() => go(path)}>{t('back')}</Button>}>
        {t('goneSays')}
      </EmptyState>
    );
  if (conversation === undefined) return null;
  return (
    <>
      <OutsideHead {...conversation} name={conversation.customer.name} path={path} />
      <Spine conversation={conversation} />
      {conversation.can.includes('note') && <NoteForm conversationId={id} />}
    </>
  );
}

function Spine({ conversation }: { readonly conversation: ConversationView }): ReactElement {
  const t = useWords(outsideWords);
  const { id, version, unread, subject } = conversation;
  const pages = usePages(listEntries, { params: { id } } as never);
  const client = useQueryClient();
  const { mutate } = useAct(markRead);
  useEffect(() => {
    const onSuccess = (): void => {
      for (const { path: read } of [listConversations, getConversation])
        void client.invalidateQueries({ queryKey: [read] });
    };
    if (unread) mutate({ params: { id }, body: { version } } as never, { onSuccess });
  }, [id, version, unread, mutate, client]);
  const entries = pages.data?.pages.toReversed().flatMap((page) => page.rows) ?? [];
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-[18px] py-4 max-phone:px-3.5">
      {pages.error && <ErrorNote title={pages.error.problem.title} detail={pages.error.problem.help} />}
      {pages.isPending && <Skeleton rows={3} rowHeightPx={rowHeightPx} label={t('loading')} />}
      <PlainThread
        label={subject || t('noSubject')}
        entries={entries}
        fileHref={(fileId) => `/api/files/${fileId}`}
        onEarlier={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
      />
    </div>
  );
}

/** A note is all a guest writes. Its id is made once, so that pressing twice writes it once. */
function NoteForm({ conversationId }: { readonly conversationId: string }): ReactElement {
  const t = useWords(outsideWords);
  const [draft, setDraft] = useState({ id: newId(), text: '' });
  const add = useAct(addNote);
  const text = draft.text.trim();
  const send = (): void =>
    add.mutate({ params: { id: conversationId }, body: { id: draft.id, text, mentions: [] } } as never, {
      onSuccess: () => setDraft({ id: newId(), text: '' }),
    });
  return (
    <form
      className="flex flex-none flex-col gap-2 border-t border-line px-[18px] py-3 max-phone:px-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') send();
      }}
    >
      <TextField
        label={t('yourNote')}
        hint={t('yourNoteHint')}
        value={draft.text}
        rows={3}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && text !== '') send();
        }}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      {add.error && <ErrorNote title={add.error.problem.title} detail={add.error.problem.help} />}
      <Button look="primary" type="submit" className="self-end" disabled={text === '' || add.isPending}>
        {t('addNote')}
      </Button>
    </form>
  );
}
