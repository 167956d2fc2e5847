import type { ReactElement } from 'react';
import { AppLink, EmptyState, Skeleton, useView, useWords } from '#platform/ui';
import { listMyTasks } from '../contract.ts';
import { TaskLine } from './task-line.tsx';
import { taskWords } from './words.ts';

/** What I have still to do in all conversations, what is due first. */
export function MyTasksPage(): ReactElement {
  const t = useWords(taskWords);
  const tasks = useView(listMyTasks, {});
  const rows = tasks.data?.rows;
  return (
    <section
      aria-label={t('mine')}
      data-pane="thread"
      className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto bg-surface px-8 py-6 max-phone:px-4"
    >
      <h1>{t('mine')}</h1>
      {!rows && <Skeleton rows={4} rowHeightPx={48} label={t('mine')} />}
      {rows?.length === 0 && <EmptyState title={t('noneTitle')}>{t('none')}</EmptyState>}
      <ul className="flex max-w-[640px] flex-col gap-3">
        {rows?.map((task) => (
          <TaskLine key={task.id} task={task}>
            <AppLink
              href={`/inbox/all/${task.conversationId}`}
              label={t('in', { number: task.number, subject: task.subject })}
              current={false}
              className="inline-flex min-h-6 items-center text-xs font-semibold text-brand-text"
            >
              <bdi>{t('in', { number: task.number, subject: task.subject })}</bdi>
            </AppLink>
          </TaskLine>
        ))}
      </ul>
    </section>
  );
}
