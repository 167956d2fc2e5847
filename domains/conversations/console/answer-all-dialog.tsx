import { useQueryClient } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import {
  Button,
  Dialog,
  ErrorNote,
  newId,
  SelectField,
  TextField,
  type ThreadPlace,
  useAct,
  useTell,
  useView,
  useWords,
} from '#platform/ui';
import { answerIncidents, type FanOutView, listLinks } from '../contract.ts';
import { linkWords } from './link-words.ts';

const ways: readonly FanOutView['then'][] = ['stay', 'wait', 'close'];

/** One reply to the customers of everything this conversation causes, or closing all of it. */
export function AnswerAllDialog(props: { readonly place: ThreadPlace; readonly onClose: () => void }): ReactElement {
  const t = useWords(linkWords);
  const form = useId();
  const client = useQueryClient();
  const tell = useTell();
  const { place } = props;
  const links = useView(listLinks, { params: { id: place.conversationId } }).data?.rows ?? [];
  const causes = links.filter((row) => row.relation === 'causes' && row.conversation.category !== 'closed');
  const [id] = useState(newId);
  const [text, setText] = useState('');
  const [then, setThen] = useState<FanOutView['then']>('wait');
  const answer = useAct(answerIncidents);
  const count = causes.length;
  const isEmpty = text.trim() === '';
  const icon = <Megaphone className="turns" />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const onSuccess = (): void => {
      void client.invalidateQueries({ queryKey: [listLinks.path] });
      tell({ id, icon, text: t('sending'), stayMs: 5000 });
      props.onClose();
    };
    answer.mutate({ params: { id: place.conversationId }, body: { id, text, then } }, { onSuccess });
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={t('answerTitle', { count, number: place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={(isEmpty && then !== 'close') || count === 0 || answer.isPending}
          >
            {t(isEmpty && then === 'close' ? 'closeOnly' : 'send', { count })}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-text-2">{t('answerHint')}</p>
        <ul className="max-h-32 overflow-y-auto text-xs text-text-2">
          {causes.map(({ conversation }) => (
            <li key={conversation.id}>
              <bdi>
                #{conversation.number} {conversation.customerName}: {conversation.subject}
              </bdi>
            </li>
          ))}
        </ul>
        <TextField label={t('answerField')} autoFocus value={text} onChange={(event) => setText(event.target.value)} />
        <SelectField
          label={t('then')}
          value={then}
          options={ways.map((way) => ({ id: way, label: t(way) }))}
          onChoose={setThen}
        />
        {answer.error && <ErrorNote title={answer.error.problem.title} detail={answer.error.problem.help} />}
      </form>
    </Dialog>
  );
}
