import { Check, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button, Dialog, ErrorNote, SelectField, type ThreadPlace, useAct, useWords } from '#platform/ui';
import { explainSight, type SightView } from '../contract.ts';
import { sightWords } from './sight-words.ts';
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
  const t = useWords(sightWords);
  const { allowed, ground, knowing, lacks, roles } = sight;
  // a guest's or client's role reaches no part of the desk: how far says nothing
  const isOutside = ground === 'shared' || ground === 'client' || lacks.includes('not-shared');
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex items-center gap-2 font-semibold">
        {allowed ? <Check className="size-4 text-brand-text" /> : <X className="size-4 text-danger-text" />}
        {t(allowed ? 'sees' : 'seesNot', { name })}
      </p>
      <ul className="flex list-disc flex-col gap-1 ps-6 text-text-2">
        {roles.map((role) => (
          <li key={role.name}>
            {isOutside
              ? t('role', { role: role.name })
              : t('byRole', { role: role.name, scope: t(`scope-${role.scope}`) })}
          </li>
        ))}
        {allowed && ground && <li>{t(`ground-${ground}`)}</li>}
        {allowed && knowing && knowing !== 'open' && ground !== 'shared' && <li>{t(`knowing-${knowing}`)}</li>}
        {lacks.map((lack) => (
          <li key={lack}>{t(`lack-${lack}`)}</li>
        ))}
      </ul>
    </div>
  );
}
