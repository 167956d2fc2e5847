import { Plus, X } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, CheckField, Field, SelectField, useWords } from '#platform/ui';
import type { ChecklistTemplate } from '../contract.ts';
import { templateWords } from './template-words.ts';

type Task = ChecklistTemplate['tasks'][number];

/** Hours on offer; another number, given by the interface for programs, stays as it is. */
const offered = [1, 2, 4, 8, 24, 48, 72, 168];
const empty: Task = { title: '', dueInHours: null, toMe: false };

/** Writes one checklist: its name, and its tasks in their order. */
export function TemplateForm(props: {
  readonly template: ChecklistTemplate;
  readonly isPending: boolean;
  readonly onSave: (template: ChecklistTemplate) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(templateWords);
  const [name, setName] = useState(props.template.name);
  const [tasks, setTasks] = useState<readonly Task[]>(props.template.tasks);
  const written = tasks.filter(({ title }) => title.trim() !== '');
  const isWhole = name.trim() !== '' && written.length > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) props.onSave({ id: props.template.id, name, tasks: [...written] });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-lg border border-line bg-surface-2 p-4">
      <Field
        label={t('name')}
        autoFocus
        dir="auto"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {tasks.map((task, index) => (
        // Tasks of one checklist keep their places.
        <TaskFields
          key={index}
          place={index + 1}
          task={task}
          onChange={(next) => setTasks(tasks.map((one, at) => (at === index ? next : one)))}
          onRemove={() => setTasks(tasks.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="sm"
        className="self-start"
        disabled={tasks.length >= 30}
        onClick={() => setTasks([...tasks, empty])}
      >
        <Plus className="size-3.5" />
        {t('another')}
      </Button>
      <span className="flex gap-2">
        <Button look="primary" type="submit" disabled={!isWhole || props.isPending}>
          {t('save')}
        </Button>
        <Button onClick={props.onCancel}>{t('cancel')}</Button>
      </span>
    </form>
  );
}

function TaskFields(props: {
  readonly place: number;
  readonly task: Task;
  readonly onChange: (task: Task) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const t = useWords(templateWords);
  const { task, place } = props;
  const hours = task.dueInHours === null || offered.includes(task.dueInHours) ? offered : [...offered, task.dueInHours];
  const said = (count: number): string => (count % 24 === 0 ? t('days', { count: count / 24 }) : t('hours', { count }));
  return (
    <fieldset className="flex flex-wrap items-end gap-3 border-t border-line pt-3">
      <legend className="sr-only">{t('taskOf', { place })}</legend>
      <span className="min-w-0 flex-1 basis-64">
        <Field
          label={t('taskOf', { place })}
          dir="auto"
          maxLength={300}
          value={task.title}
          onChange={(event) => props.onChange({ ...task, title: event.target.value })}
        />
      </span>
      <SelectField
        label={t('due')}
        value={String(task.dueInHours ?? '')}
        options={[
          { id: '', label: t('anyTime') },
          ...hours.map((count) => ({ id: String(count), label: said(count) })),
        ]}
        onChoose={(id) => props.onChange({ ...task, dueInHours: id === '' ? null : Number(id) })}
      />
      <CheckField label={t('toMe')} checked={task.toMe} onChange={(toMe) => props.onChange({ ...task, toMe })} />
      <Button size="sm" aria-label={t('removeTask', { place })} onClick={props.onRemove}>
        <X className="size-3.5" />
      </Button>
    </fieldset>
  );
}
