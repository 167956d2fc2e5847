import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { changeSettings, listSettings } from '#domains/identity/contract';
import { Button, EmptyState, ErrorNote, newId, useAct, useView, useWords } from '#platform/ui';
import { type ChecklistTemplate, listChecklists } from '../contract.ts';
import { TemplateForm } from './template-form.tsx';
import { templateWords } from './template-words.ts';

const name = 'checklists.templates';

/** Settings > Checklists: tasks that belong together. */
export function TemplatesPage(): ReactElement | null {
  const t = useWords(templateWords);
  const client = useQueryClient();
  const row = useView(listSettings, {}).data?.rows.find((one) => one.name === name);
  const change = useAct(changeSettings);
  const [edited, setEdited] = useState<ChecklistTemplate>();
  if (!row) return null;
  const all = row.value as readonly ChecklistTemplate[];
  const put = (next: readonly ChecklistTemplate[]): void => {
    const onSuccess = (): void => {
      setEdited(undefined);
      for (const { path } of [listSettings, listChecklists]) void client.invalidateQueries({ queryKey: [path] });
    };
    change.mutate({ body: { values: { [name]: next } } }, { onSuccess });
  };
  const save = (one: ChecklistTemplate): void => put([...all.filter(({ id }) => id !== one.id), one]);
  const begin = { id: newId(), name: '', tasks: [{ title: '', dueInHours: null, toMe: false }] };
  return (
    <div className="flex max-w-[720px] flex-col gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="flex-1">{t('title')}</h1>
        <Button look="primary" onClick={() => setEdited(begin)}>
          <Plus className="size-4" />
          {t('new')}
        </Button>
      </header>
      <p className="text-text-2">{t('about')}</p>
      {change.error && <ErrorNote title={change.error.problem.title} detail={change.error.problem.help} />}
      {all.length === 0 && !edited && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      {edited && (
        <TemplateForm
          key={edited.id}
          template={edited}
          isPending={change.isPending}
          onSave={save}
          onCancel={() => setEdited(undefined)}
        />
      )}
      <ul className="flex flex-col">
        {all.map((one) => (
          <li key={one.id} className="flex flex-wrap items-start gap-3 border-b border-line py-3">
            <span className="min-w-0 flex-1 basis-64">
              <b dir="auto">{one.name}</b>
              <span dir="auto" className="block text-text-2">
                {one.tasks.map(({ title }) => title).join(' · ')}
              </span>
            </span>
            <Button size="sm" onClick={() => setEdited(one)}>
              {t('edit', { name: one.name })}
            </Button>
            <Button size="sm" onClick={() => put(all.filter(({ id }) => id !== one.id))}>
              {t('remove', { name: one.name })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
