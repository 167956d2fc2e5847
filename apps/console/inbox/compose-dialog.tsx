import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import {
  type AskOf,
  Button,
  Dialog,
  EmptyState,
  ErrorNote,
  Field,
  newId,
  SelectField,
  TextField,
  useAct,
  useView,
  useWords,
  viewKey,
} from '#platform/ui';
import { getConversation, listBoxes, listConversations, listLines, startConversation } from '../routes.ts';
import { useGo } from '../shell/links.tsx';
import { inboxWords } from './words.ts';

const empty = { lineId: '', to: '', name: '', subject: '', text: '' };

/** Writing to somebody first: by which line, to whom, about what. Opens the conversation, where it can still be undone. */
export function ComposeDialog(props: { readonly onClose: () => void; readonly to?: string | undefined }): ReactElement {
  const t = useWords(inboxWords);
  const go = useGo();
  const client = useQueryClient();
  const loaded = useView(listLines, { query: {} });
  const lines = loaded.data?.rows.filter((line) => line.can.includes('start')) ?? [];
  const [draft, setDraft] = useState({ ...empty, to: props.to ?? '' });
  // Made once, so that sending it twice is sending it once.
  const [ids] = useState(() => ({ id: newId(), messageId: newId() }));
  const start = useAct(startConversation);
  const lineId = draft.lineId || (lines[0]?.id ?? '');
  const change = (part: Partial<typeof empty>): void => setDraft({ ...draft, ...part });
  const isReady = lineId !== '' && [draft.to, draft.subject, draft.text].every((part) => part.trim() !== '');
  const send = (): void => {
    const { to, name, subject, text } = draft;
    const body = { ...ids, lineId, to: to.trim(), subject, text, ...(name.trim() === '' ? {} : { name: name.trim() }) };
    start.mutate(
      { body: body as AskOf<typeof startConversation>['body'] },
      {
        onSuccess: (conversation) => {
          client.setQueryData(viewKey(getConversation, { params: { id: conversation.id } }), conversation);
          for (const route of [listConversations, listBoxes]) void client.invalidateQueries({ queryKey: [route.path] });
          props.onClose();
          go(`/inbox/all/${conversation.id}`);
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('compose')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!isReady || start.isPending} onClick={send}>
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
            value={lineId}
            options={lines.map((line) => ({ id: line.id, label: `${line.name}, ${line.address}` }))}
            onChoose={(id) => change({ lineId: id })}
          />
          <Field
            label={t('to')}
            required
            autoFocus
            dir="ltr"
            value={draft.to}
            onChange={(event) => change({ to: event.target.value })}
          />
          <Field
            label={t('customerName')}
            dir="auto"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Field
            label={t('subject')}
            required
            dir="auto"
            value={draft.subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
          <TextField
            label={t('text')}
            required
            rows={6}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && isReady && !start.isPending) send();
            }}
          />
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
