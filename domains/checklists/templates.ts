import { createHash } from 'node:crypto';
import * as z from 'zod';
import { can, factsOf, load } from '#domains/conversations';
import { changeSetting, readSetting } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Setting } from '#platform/domain';
import { notFound, problem } from '#platform/problem';
import { ChecklistTemplate, type TaskView } from './contract.ts';
import { addTask, listTasks, mayNotChange } from './tasks.ts';

const name = 'checklists.templates';
/** Most checklists of a workspace. */
const templateLimit = 100;
const hourMs = 3_600_000;
const tooMany = problem(
  'checklists/too-many',
  409,
  'There are too many checklists',
  'Remove one that nobody uses, then add this one.',
);

/** The checklists of a workspace: tasks that are put into a conversation together. */
export const settings: readonly Setting[] = [
  {
    name,
    says: 'Checklists: tasks that are put into a conversation together, each with its time in hours from then.',
    schema: z.array(ChecklistTemplate).max(templateLimit),
    standard: [],
  },
];

/** The checklists there are, by name. */
export async function listTemplates(ctx: ReadCtx): Promise<ChecklistTemplate[]> {
  const all = await readSetting<readonly ChecklistTemplate[]>(ctx, name);
  return all.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Writes a new checklist; the same id again is the same one. */
export async function writeTemplate(ctx: Ctx, template: ChecklistTemplate): Promise<ChecklistTemplate[]> {
  await changeSetting<readonly ChecklistTemplate[]>(ctx, name, (all) => {
    const others = all.filter(({ id }) => id !== template.id);
    if (others.length >= templateLimit) throw tooMany();
    return [...others, template];
  });
  return listTemplates(ctx);
}

/** Writes one checklist anew; the others stay as they are, also those that somebody else has just changed. */
export async function changeTemplate(ctx: Ctx, template: ChecklistTemplate): Promise<ChecklistTemplate[]> {
  await changeSetting<readonly ChecklistTemplate[]>(ctx, name, (all) => {
    if (!all.some(({ id }) => id === template.id)) throw notFound();
    return all.map((one) => (one.id === template.id ? template : one));
  });
  return listTemplates(ctx);
}

/** Takes one checklist away; tasks that were made of it stay. */
export async function removeTemplate(ctx: Ctx, id: string): Promise<ChecklistTemplate[]> {
  await changeSetting<readonly ChecklistTemplate[]>(ctx, name, (all) => {
    if (!all.some((one) => one.id === id)) throw notFound();
    return all.filter((one) => one.id !== id);
  });
  return listTemplates(ctx);
}

/** Puts the tasks of a checklist into a conversation, each due from now; the same `id` again puts them there once. */
export async function addChecklist(
  ctx: Ctx,
  conversationId: string,
  given: { readonly id: string; readonly templateId: string },
): Promise<TaskView[]> {
  await putChecklist(ctx, conversationId, given);
  return listTasks(ctx, conversationId);
}

/** The same, for whoever needs to know which tasks it became: their ids, in the order of the list. */
export async function putChecklist(
  ctx: Ctx,
  conversationId: string,
  given: { readonly id: string; readonly templateId: string },
): Promise<string[]> {
  const conversation = await load(ctx, conversationId);
  if (!can.note(ctx.actor, factsOf(conversation))) throw mayNotChange();
  const template = (await listTemplates(ctx)).find((one) => one.id === given.templateId);
  if (!template) throw notFound();
  const ids: string[] = [];
  for (const [place, task] of template.tasks.entries()) {
    const dueAt =
      task.dueInHours === null ? null : new Date(ctx.now.getTime() + task.dueInHours * hourMs).toISOString();
    const assigneeId = task.toMe ? ctx.actor.id : null;
    const id = idOf(given.id, place);
    await addTask(ctx, conversationId, id, { title: task.title, assigneeId, dueAt });
    ids.push(id);
  }
  return ids;
}

/** The id of one task of a checklist that was put somewhere: the same for the same, and in the order of the list. */
function idOf(id: string, place: number): string {
  const hash = createHash('sha256').update(id).digest('hex');
  const last = place.toString(16).padStart(12, '0');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${last}`;
}
