import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, EmptyState, ErrorNote, Field, SelectField, useAct, useView, useWords, viewKey } from '#platform/ui';
import { listTitles, nameRole, readChoices, unnameRole } from '../contract.ts';
import { careersWords } from './words.ts';

/** What roles are called in a place: the list, and the form for one more. */
export function TitlesPart(): ReactElement {
  const t = useWords(careersWords);
  const client = useQueryClient();
  const rows = useView(listTitles, {}).data?.rows ?? [];
  const choices = useView(readChoices, {}).data;
  const unname = useAct(unnameRole);
  const nameOf = (list: readonly { readonly key: string; readonly name: string }[] | undefined, key: string): string =>
    list?.find((one) => one.key === key)?.name ?? key;
  return (
    <section aria-label={t('titles')} className="flex flex-col gap-3">
      <p className="text-text-2">{t('titlesLead')}</p>
      <NewTitle />
      {rows.length === 0 && <EmptyState title={t('none')} />}
      <ul className="divide-y divide-line rounded-xl border border-line">
        {rows.map((row) => (
          <li key={`${row.role} ${row.place}`} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <span className="min-w-0 flex-1 basis-60">
              <b className="block font-semibold" dir="auto">
                {row.title}
              </b>
              <span className="text-xs text-text-3">
                {nameOf(choices?.roles, row.role)}, {nameOf(choices?.places, row.place)}, <bdi>{row.source}</bdi>
              </span>
            </span>
            <Button
              size="sm"
              disabled={unname.isPending}
              aria-label={`${t('usual')}: ${row.title}`}
              onClick={() =>
                unname.mutate(
                  { params: { role: row.role, place: row.place } },
                  { onSuccess: (now) => client.setQueryData(viewKey(listTitles), now) },
                )
              }
            >
              {t('usual')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewTitle(): ReactElement {
  const t = useWords(careersWords);
  const client = useQueryClient();
  const choices = useView(readChoices, {}).data;
  const [role, setRole] = useState('customer-service-specialist');
  const [place, setPlace] = useState('jamaica');
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const act = useAct(nameRole);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act.mutate(
      { params: { role, place }, body: { title, source } },
      {
        onSuccess: (now) => {
          client.setQueryData(viewKey(listTitles), now);
          setTitle('');
        },
      },
    );
  };
  const named = (rows: readonly { readonly key: string; readonly name: string }[] | undefined) =>
    (rows ?? []).map(({ key, name }) => ({ id: key, label: name }));
  return (
    <form onSubmit={submit} className="grid grid-cols-5 items-end gap-3 max-full:grid-cols-2 max-phone:grid-cols-1">
      <SelectField label={t('role')} value={role} options={named(choices?.roles)} onChoose={setRole} />
      <SelectField label={t('place')} value={place} options={named(choices?.places)} onChoose={setPlace} />
      <Field
        label={t('titleHere')}
        required
        dir="auto"
        maxLength={160}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Field
        label={t('source')}
        required
        dir="auto"
        minLength={2}
        maxLength={200}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      <Button type="submit" className="h-[38px] max-phone:h-11" disabled={act.isPending}>
        {t('newTitle')}
      </Button>
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </form>
  );
}
