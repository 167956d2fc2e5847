import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { listSettings } from '#domains/identity/contract';
import { Button, EmptyState, ErrorNote, newId, Skeleton, useAct, useView, useWords } from '#platform/ui';
import {
  changeChecklist,
  type ChecklistTemplate,
  listChecklists,
  removeChecklist,
  writeChecklist,
} from '../contract.ts';
import { TemplateForm } from './template-form.tsx';
import { templateWords } from './template-words.ts';

interface Edited {
  readonly template: ChecklistTemplate;
  readonly isNew: boolean;
}

/** Settings > Checklists: tasks that belong together. Each is written by itself, so two who write lose nothing. */
export function TemplatesPage(): ReactElement {
  const t = useWords(templateWords);
  const client = useQueryClient();
  const asked = useView(listChecklists, {});
  const write = useAct(writeChecklist);
  const change = useAct(changeChecklist);
  const remove = useAct(removeChecklist);
  const [edited, setEdited] = useState<Edited>();
  const all = asked.data?.rows;
  const refusal = write.error ?? change.error ?? remove.error;
  const done = {
    onSuccess: (): void => {
      setEdited(undefined);
      for (const { path } of [listSettings, listChecklists]) void client.invalidateQueries({ queryKey: [path] });
    },
  };
  const save = ({ id, name, tasks }: ChecklistTemplate): void => {
    for (const act of [write, change, remove]) act.reset();
    if (edited?.isNew) write.mutate({ body: { id, name, tasks } }, done);
    else change.mutate({ params: { id }, body: { name, tasks } }, done);
  };
  const begin = { id: newId(), name: '', tasks: [{ title: '', dueInHours: null, toMe: false }] };
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="flex-1">{t('title')}</h1>
        <Button look="primary" onClick={() => setEdited({ template: begin, isNew: true })}>
          <Plus className="size-4" />
          {t('new')}
        </Button>
      </header>
      <p className="text-text-2">{t('about')}</p>
      {asked.error && <ErrorNote title={asked.error.problem.title} detail={asked.error.problem.help} />}
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
      {!all && !asked.error && <Skeleton rows={3} rowHeightPx={56} label={t('loading')} />}
      {all?.length === 0 && !edited && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      {edited && (
        <TemplateForm
          key={edited.template.id}
          template={edited.template}
          isPending={write.isPending || change.isPending}
          onSave={save}
          onCancel={() => setEdited(undefined)}
        />
      )}
      <ul className="flex flex-col">
        {all?.map((one) => (
          <li key={one.id} className="flex flex-wrap items-start gap-3 border-b border-line py-3">
            <span className="min-w-0 flex-1 basis-64">
              <b dir="auto">{one.name}</b>
              <span dir="auto" className="block text-text-2">
                {one.tasks.map(({ title }) => title).join(' · ')}
              </span>
            </span>
            <Button size="sm" onClick={() => setEdited({ template: one, isNew: false })}>
              {t('edit', { name: one.name })}
            </Button>
            <Button
              size="sm"
              disabled={remove.isPending}
              onClick={() => remove.mutate({ params: { id: one.id } }, done)}
            >
              {t('remove', { name: one.name })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
