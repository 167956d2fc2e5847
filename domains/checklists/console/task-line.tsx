import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { listTeammates } from '#domains/identity/contract';
import { Button, cx, useAct, useNow, usePages, useWords, whenOf } from '#platform/ui';
import { doTask, listMyTasks, listTasks, removeTask, type TaskView, undoTask } from '../contract.ts';
import { taskWords } from './words.ts';

/** The teammates, from the one list that the console keeps. */
export function usePeople(): readonly { readonly id: string; readonly name: string }[] {
  return usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
}

/** What to ask anew when a task changed. */
export function useTasksChanged(): () => void {
  const client = useQueryClient();
  return () => {
    for (const { path } of [listTasks, listMyTasks]) void client.invalidateQueries({ queryKey: [path] });
  };
}

/** One task: a tick does it, with who, when and until when. */
export function TaskLine(props: { readonly task: TaskView; readonly children?: ReactNode }): ReactElement {
  const t = useWords(taskWords);
  const now = useNow();
  const people = usePeople();
  const { task } = props;
  const done = useAct(doTask);
  const undone = useAct(undoTask);
  const remove = useAct(removeTask);
  const onSuccess = useTasksChanged();
  const asked = { params: { id: task.id } };
  const name = (id: string | null): string => people.find((one) => one.id === id)?.name ?? t('somebody');
  const isLate = task.doneAt === null && task.dueAt !== null && Date.parse(task.dueAt) < now;
  const mayChange = task.can.includes('change');
  return (
    <li className="flex items-start gap-2">
      <label className="flex min-h-6 min-w-0 flex-1 items-start gap-2 max-phone:min-h-10">
        <input
          type="checkbox"
          className="mt-0.5 size-4 flex-none accent-brand"
          checked={task.doneAt !== null}
          disabled={!mayChange}
          onChange={(event) => (event.target.checked ? done : undone).mutate(asked, { onSuccess })}
        />
        <span className="min-w-0">
          <span dir="auto" className={cx('block', task.doneAt !== null && 'text-text-3 line-through')}>
            {task.title}
          </span>
          <span className={cx('block text-xs', isLate ? 'text-warn-text' : 'text-text-3')}>
            {task.doneAt !== null
              ? t('doneBy', { who: name(task.doneBy), when: whenOf(task.doneAt, now) })
              : [
                  task.assigneeId === null ? t('nobody') : name(task.assigneeId),
                  ...(task.dueAt === null ? [] : [t(isLate ? 'late' : 'dueAt', { when: whenOf(task.dueAt, now) })]),
                ].join(', ')}
          </span>
          {props.children}
        </span>
      </label>
      {mayChange && (
        <Button
          look="ghost"
          size="xs"
          square
          aria-label={t('remove', { title: task.title })}
          onClick={() => remove.mutate(asked, { onSuccess })}
        >
          <X className="size-3" />
        </Button>
      )}
    </li>
  );
}
