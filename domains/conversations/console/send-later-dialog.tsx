import { useQueryClient } from '@tanstack/react-query';
import { Clock3 } from 'lucide-react';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import {
  type AskOf,
  Button,
  Dialog,
  ErrorNote,
  newId,
  useAct,
  useNow,
  useTell,
  useWords,
  firstNameOf,
} from '#platform/ui';
import { type ConversationView, listScheduledReplies, scheduleReply } from '../contract.ts';
import { fieldOf, momentOf, tomorrowAt } from './both-times.ts';
import { laterWords } from './later-words.ts';
import { TimeChoice, timeOfField } from './time-choice.tsx';
import { useTheirZone } from './use-their-zone.ts';

type Body = AskOf<typeof scheduleReply>['body'];

export interface SendLaterProps {
  readonly conversation: Pick<ConversationView, 'id' | 'customer' | 'version'>;
  readonly text: string;
  readonly content: NonNullable<Body['content']>;
  readonly onScheduled: () => void;
  readonly onClose: () => void;
}

/** When a reply is to leave. The server holds it: closing the tab loses nothing. */
export function SendLaterDialog(props: SendLaterProps): ReactElement {
  const t = useWords(laterWords);
  const form = useId();
  const client = useQueryClient();
  const tell = useTell();
  const now = new Date(useNow());
  const { conversation } = props;
  const name = firstNameOf(conversation.customer.name);
  const zone = useTheirZone(conversation.customer.id);
  const [id] = useState(newId);
  const [typed, setTyped] = useState<string>();
  const value = typed ?? fieldOf(tomorrowAt(now, zone));
  const schedule = useAct(scheduleReply);
  const at = timeOfField(value);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (at === undefined) return;
    const { text, content } = props;
    const body: Body = { id, text, content, sendAt: at.toISOString(), lastSeenVersion: conversation.version } as Body;
    const onSuccess = (): void => {
      void client.invalidateQueries({ queryKey: [listScheduledReplies.path] });
      tell({ id, icon: <Clock3 />, text: t('scheduled', { when: momentOf(at) }), stayMs: 5000 });
      props.onScheduled();
      props.onClose();
    };
    schedule.mutate({ params: { id: conversation.id }, body } as AskOf<typeof scheduleReply>, { onSuccess });
  };
  const refusal = schedule.error?.problem;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('title', { name })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={at === undefined || at <= now || schedule.isPending}
          >
            {t('save', { when: at ? momentOf(at) : '…' })}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <p dir="auto" className="line-clamp-3 rounded-md bg-surface-2 px-3 py-2 text-text-2">
          {props.text}
        </p>
        <TimeChoice value={value} onChange={setTyped} name={name} zone={zone} autoFocus />
        <p className="text-xs text-text-2">{t('hint', { name })}</p>
        {refusal && <ErrorNote title={refusal.title} detail={refusal.detail ?? refusal.help} />}
      </form>
    </Dialog>
  );
}
