import { useState, type ReactElement } from 'react';
import { Button, Dialog, ErrorNote, SelectField, SightAnswer, type ThreadPlace, useAct, useWords } from '#platform/ui';
import { explainSight, type SightView } from '../contract.ts';
import { sightWords } from './sight-words.ts';
import { useSightReasons } from './use-sight-reasons.ts';
import { usePeople } from './use-people.ts';

/** Who can see a conversation, one teammate at a time, with the reason: for whoever gives roles. */
export function SightDialog(props: { readonly place: ThreadPlace; readonly onClose: () => void }): ReactElement {
  const t = useWords(sightWords);
  const people = usePeople();
  const ask = useAct(explainSight);
  const [teammateId, setTeammateId] = useState('');
  const choose = (id: string): void => {
    setTeammateId(id);
    if (id !== '') ask.mutate({ params: { id: props.place.conversationId }, body: { teammateId: id } } as never);
  };
  const name = people.find(({ id }) => id === teammateId)?.name ?? '';
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('title', { number: props.place.number })}
      foot={<Button onClick={props.onClose}>{t('close')}</Button>}
    >
      <div className="flex flex-col gap-3">
        <p>{t('lead')}</p>
        <SelectField
          label={t('teammate')}
          value={teammateId}
          options={[{ id: '', label: t('choose') }, ...people.map((one) => ({ id: one.id, label: one.name }))]}
          onChoose={choose}
        />
        <div aria-live="polite">
          {ask.data && teammateId !== '' && !ask.isPending && <Answer name={name} sight={ask.data} />}
        </div>
        {ask.error && <ErrorNote title={ask.error.problem.title} detail={ask.error.problem.help} />}
      </div>
    </Dialog>
  );
}

function Answer({ name, sight }: { readonly name: string; readonly sight: SightView }): ReactElement {
  const why = useSightReasons(sight);
  const t = useWords(sightWords);
  return <SightAnswer allowed={sight.allowed} says={t(sight.allowed ? 'sees' : 'seesNot', { name })} why={why} />;
}
