import { Plus } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { AppLink, Button, ErrorNote, Field, newId, SelectField, useAct, useView, useWords } from '#platform/ui';
import { addTask, listTasks } from '../contract.ts';
import { TaskLine, usePeople, useTasksChanged } from './task-line.tsx';
import { useTemplates } from './use-templates.ts';
import { taskWords } from './words.ts';

/** What is to be done in this conversation; a line adds one more. */
export function TasksPanel(props: { readonly conversationId: string; readonly customerId: string }): ReactElement {
  const t = useWords(taskWords);
  const { conversationId } = props;
  const { data, error } = useView(listTasks, { params: { conversationId } });
  const rows = data?.rows ?? [];
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="flex flex-col gap-2.5">
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      {rows.length > 0 && (
        <ul className="flex flex-col gap-2">
          {rows.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <>
          <NewTask conversationId={conversationId} onDone={() => setAdding(false)} />
          <WholeChecklist conversationId={conversationId} onDone={() => setAdding(false)} />
        </>
      ) : (
        <span className="flex items-center gap-3">
          <Button size="sm" onClick={() => setAdding(true)}>
            <Plus className="size-3.5" />
            {t('add')}
          </Button>
          <AppLink href="/tasks" label={t('allMine')} current={false} className="text-xs font-semibold text-brand-text">
            {t('allMine')}
          </AppLink>
        </span>
      )}
    </div>
  );
}

/** Or all tasks of a checklist at once, where there are any. */
function WholeChecklist(props: { readonly conversationId: string; readonly onDone: () => void }): ReactElement | null {
  const t = useWords(taskWords);
  const { rows, add, isPending, refusal } = useTemplates(props.conversationId);
  if (!refusal && !rows?.length) return null;
  return (
    <>
      <SelectField
        label={t('checklist')}
        value=""
        disabled={isPending || !rows?.length}
        options={[{ id: '', label: t('choose') }, ...(rows ?? []).map(({ id, name }) => ({ id, label: name }))]}
        onChoose={(id) => id !== '' && add(id, props.onDone)}
      />
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
    </>
  );
}

function NewTask(props: { readonly conversationId: string; readonly onDone: () => void }): ReactElement {
  const t = useWords(taskWords);
  const people = usePeople();
  const add = useAct(addTask);
  const changed = useTasksChanged();
  const [id] = useState(newId);
  const [title, setTitle] = useState('');
  const [assigneeId, setAssignee] = useState('');
  const [due, setDue] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() === '') return;
    const body = { id, title, assigneeId: assigneeId || null, dueAt: due === '' ? null : new Date(due).toISOString() };
    const onSuccess = (): void => {
      changed();
      props.onDone();
    };
    add.mutate({ params: { conversationId: props.conversationId }, body }, { onSuccess });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <Field
        label={t('what')}
        autoFocus
        dir="auto"
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <SelectField
        label={t('who')}
        value={assigneeId}
        options={[{ id: '', label: t('nobody') }, ...people.map((one) => ({ id: String(one.id), label: one.name }))]}
        onChoose={setAssignee}
      />
      <Field label={t('due')} type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
      {add.error && <ErrorNote title={add.error.problem.title} detail={add.error.problem.help} />}
      <Button
        size="sm"
        look="primary"
        type="submit"
        className="self-start"
        disabled={title.trim() === '' || add.isPending}
      >
        {t('save')}
      </Button>
    </form>
  );
}
