import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ErrorNote, Field, SelectField, useAct, useView, useWords } from '#platform/ui';
import { type CareerView, choosePath, readChoices, readMyCareer } from '../contract.ts';
import { careerWords } from './career-words.ts';

/** Where one stands and wants to go, in one's own words: the ladder is drawn around it. */
export function PathFields(props: { readonly view: CareerView }): ReactElement {
  const t = useWords(careerWords);
  const client = useQueryClient();
  const choices = useView(readChoices, {}).data;
  const act = useAct(choosePath);
  const { view } = props;
  const [written, write] = useState({
    ownRole: view.ownRole?.key ?? '',
    ownSince: view.ownSince ?? '',
    nextRole: view.nextRole ?? '',
    place: view.place ?? '',
  });
  const set = (part: Partial<typeof written>): void => write({ ...written, ...part });
  const none = { id: '', label: t('none') };
  const named = (rows: readonly { readonly key: string; readonly name: string }[] | undefined) => [
    none,
    ...(rows ?? []).map(({ key, name }) => ({ id: key, label: name })),
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { ownRole, ownSince, nextRole, place } = written;
    act.mutate(
      {
        body: {
          ownRole: ownRole || null,
          ownSince: ownSince || null,
          nextRole: nextRole || null,
          place: place || null,
          isShared: view.sharedAt !== null,
        },
      },
      { onSuccess: () => void client.invalidateQueries({ queryKey: [readMyCareer.path] }) },
    );
  };
  return (
    <form
      onSubmit={submit}
      aria-label={t('you')}
      className="grid grid-cols-2 items-end gap-3 rounded-xl border border-line bg-surface p-4 max-phone:grid-cols-1"
    >
      <h2 className="col-span-full text-sm font-semibold">{t('you')}</h2>
      <SelectField
        label={t('ownRole')}
        value={written.ownRole}
        options={named(choices?.roles)}
        onChoose={(ownRole) => set({ ownRole })}
      />
      <Field
        label={t('ownSince')}
        type="date"
        value={written.ownSince}
        onChange={(event) => set({ ownSince: event.target.value })}
      />
      <SelectField
        label={t('nextRole')}
        value={written.nextRole}
        options={named(choices?.roles)}
        onChoose={(nextRole) => set({ nextRole })}
      />
      <SelectField
        label={t('place')}
        value={written.place}
        options={named(choices?.places)}
        onChoose={(place) => set({ place })}
      />
      <Button look="primary" type="submit" className="justify-self-start" disabled={act.isPending}>
        {t('save')}
      </Button>
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </form>
  );
}
