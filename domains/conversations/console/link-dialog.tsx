import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button, Dialog, ErrorNote, Field, Refusal, SelectField, type ThreadPlace, useWords } from '#platform/ui';
import { type ConversationRow, type LinkRelation, linkRelations } from '../contract.ts';
import { Candidates } from './candidates.tsx';
import { linkWords } from './link-words.ts';
import { useLinks } from './use-links.tsx';

/** Says what this conversation is to another one. */
export function LinkDialog(props: { readonly place: ThreadPlace; readonly onClose: () => void }): ReactElement {
  const t = useWords(linkWords);
  const form = useId();
  const { place } = props;
  const [relation, setRelation] = useState<LinkRelation>('relates-to');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ConversationRow>();
  const [refusal, setRefusal] = useState<Refusal>();
  const links = useLinks(place.conversationId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen) return;
    links.add(chosen, relation).then(props.onClose, (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    });
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={t('title', { number: place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={!chosen}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <SelectField
          label={t('kind')}
          value={relation}
          options={linkRelations.map((id) => ({ id, label: t(id) }))}
          onChoose={setRelation}
        />
        <Field
          label={t('find')}
          hint={t('findHint')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Candidates place={place} typed={typed} chosen={chosen} onChoose={setChosen} legend={t('candidates')} />
        {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.detail ?? refusal.problem.help} />}
      </form>
    </Dialog>
  );
}
