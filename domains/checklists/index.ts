import { itemsMoved, moveUndone } from '#domains/conversations/contract';
import { after, answer, type Domain, within } from '#platform/domain';
import * as contract from './contract.ts';
import { moveTasks, returnTasks } from './follow-moves.ts';
import { noticeKinds, taskDue, tellGiven } from './notices.ts';
import { personalData } from './personal-data.ts';
import { addTask, changeTask, completeTask, listMyTasks, listTasks, removeTask } from './tasks.ts';
import { addChecklist, changeTemplate, listTemplates, removeTemplate, settings, writeTemplate } from './templates.ts';
import { es } from './said.es.ts';

export { completeTask, listTasks, takeBackTasks } from './tasks.ts';
export { listTemplates, putChecklist, removeTemplate, writeTemplate } from './templates.ts';

/** What is to be done in a conversation, by whom and by when. */
export const checklists: Domain = {
  name: 'checklists',
  needs: ['identity', 'notices', 'customers', 'conversations'],
  said: { es },
  notices: noticeKinds,
  personalData,
  settings,
  jobs: [taskDue],
  reactions: [after(contract.taskAdded, tellGiven), within(itemsMoved, moveTasks), within(moveUndone, returnTasks)],
  settingsAreas: [
    { id: 'checklists', opens: { route: contract.listChecklists }, changes: { route: contract.changeChecklist } },
  ],
  routes: [
    answer(contract.listTasks, async (ctx, { params }) => ({ rows: await listTasks(ctx, params.conversationId) })),
    answer(contract.listMyTasks, async (ctx) => ({ rows: await listMyTasks(ctx) })),
    answer(contract.listChecklists, async (ctx) => ({ rows: await listTemplates(ctx) })),
    answer(contract.writeChecklist, async (ctx, { body }) => ({ rows: await writeTemplate(ctx, body) })),
    answer(contract.changeChecklist, async (ctx, { params, body }) => ({
      rows: await changeTemplate(ctx, { ...body, id: params.id }),
    })),
    answer(contract.removeChecklist, async (ctx, { params }) => ({ rows: await removeTemplate(ctx, params.id) })),
    answer(contract.addChecklist, async (ctx, { params, body }) => ({
      rows: await addChecklist(ctx, params.conversationId, body),
    })),
    answer(contract.addTask, (ctx, { params, body: { id, ...given } }) =>
      addTask(ctx, params.conversationId, id, given),
    ),
    answer(contract.changeTask, (ctx, { params, body }) => changeTask(ctx, params.id, body)),
    answer(contract.doTask, (ctx, { params }) => completeTask(ctx, params.id, true)),
    answer(contract.undoTask, (ctx, { params }) => completeTask(ctx, params.id, false)),
    answer(contract.removeTask, async (ctx, { params }) => {
      await removeTask(ctx, params.id);
      return {};
    }),
  ],
};
