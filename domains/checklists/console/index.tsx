import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { taskPartWords } from './part-words.ts';

const t = sayer(taskPartWords);
const Panel = lazy(async () => ({ default: (await import('./tasks-panel.tsx')).TasksPanel }));
const MyTasks = lazy(async () => ({ default: (await import('./my-tasks-page.tsx')).MyTasksPage }));

const acts = () => import('./checklist-acts.tsx');
const Acts = lazy(async () => ({ default: (await acts()).ChecklistActs }));
const TemplatesPage = lazy(async () => ({ default: (await import('./templates-page.tsx')).TemplatesPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  thread: [{ id: 'checklists', order: 20, component: Acts, prepare: acts }],
  settingsPages: [
    {
      id: 'checklists',
      get title() {
        return t('checklists');
      },
      group: 'answer',
      component: TemplatesPage,
    },
  ],
  panels: [
    {
      id: 'tasks',
      get title() {
        return t('tasks');
      },
      order: 20,
      component: Panel,
    },
  ],
  pages: [
    {
      path: 'tasks',
      get title() {
        return t('mine');
      },
      component: MyTasks,
    },
  ],
};
