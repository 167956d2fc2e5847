import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import {
  AppLink,
  type AskOf,
  Button,
  Dialog,
  ErrorNote,
  SelectField,
  type ThreadPlace,
  useAct,
  useView,
  useWords,
} from '#platform/ui';
import { getConversation, listWords, setReason } from '../contract.ts';
import { closeAskWords } from './close-ask-words.ts';
import { FieldsAsk } from './fields-ask.tsx';
import type { CloseAsked } from './opened.ts';

interface AskProps {
  readonly place: ThreadPlace;
  readonly asked: CloseAsked;
  readonly onClose: () => void;
}

/** Something speaks against closing: what it is, and the way to settle it and close. */
export function CloseAskDialog(props: AskProps): ReactElement {
  const { code } = props.asked.problem;
  if (code === 'conversations/fields-needed') return <FieldsAsk {...props} />;
  return code === 'conversations/reason-needed' ? <Reason {...props} /> : <OpenParts {...props} />;
}

/** What it was about, then closed. */
function Reason(props: AskProps): ReactElement {
  const t = useWords(closeAskWords);
  const form = useId();
  const client = useQueryClient();
  const { place, asked } = props;
  const reasons = (useView(listWords, {}).data?.reasons ?? []).filter((one) => one.brandId === place.brandId);
  const [reasonId, setChosen] = useState('');
  const give = useAct(setReason);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const onSuccess = (): void => {
      void client.invalidateQueries({ queryKey: [getConversation.path] });
      props.onClose();
      asked.retry({ closeAnyway: false });
    };
    const body = { reasonId } as AskOf<typeof setReason>['body'];
    give.mutate({ params: { id: place.conversationId }, body }, { onSuccess });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('reasonTitle', { number: place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={reasonId === '' || give.isPending}>
            {t('reasonClose')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <p>{t('reasonLead')}</p>
        <SelectField
          label={t('reason')}
          value={reasonId}
          options={[{ id: '', label: t('choose') }, ...reasons.map((one) => ({ id: one.id, label: one.name }))]}
          onChoose={setChosen}
        />
        {give.error && <ErrorNote title={give.error.problem.title} detail={give.error.problem.help} />}
      </form>
    </Dialog>
  );
}

/** Its parts, and closing all the same. */
function OpenParts(props: AskProps): ReactElement {
  const t = useWords(closeAskWords);
  const parts = (props.asked.problem.more?.['parts'] ?? []) as readonly {
    id: string;
    number: number;
    subject: string;
  }[];
  const goOn = (): void => {
    props.onClose();
    props.asked.retry({ closeAnyway: true });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('partsTitle', { number: props.place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" autoFocus onClick={goOn}>
            {t('closeAnyway')}
          </Button>
        </>
      }
    >
      <p className="mb-2">{t('partsLead')}</p>
      <ul className="flex flex-col gap-1">
        {parts.map((part) => (
          <li key={part.id}>
            <AppLink
              href={`/inbox/all/${part.id}`}
              label={`#${part.number} ${part.subject}`}
              current={false}
              className="inline-flex min-h-6 items-center font-medium text-brand-text"
            >
              <bdi>
                #{part.number} {part.subject}
              </bdi>
            </AppLink>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
