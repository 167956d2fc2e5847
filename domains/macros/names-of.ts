import { listTemplates } from '#domains/checklists';
import { wordsOf } from '#domains/conversations';
import { teammateNames } from '#domains/identity';
import { queueById } from '#domains/teams';
import type { ReadCtx } from '#platform/ctx';
import type { MacroAction } from './contract.ts';

/** The name of what each act sets, in their order; null where it is there no more, or of another brand. */
export async function namesOf(
  ctx: ReadCtx,
  brandId: string,
  actions: readonly MacroAction[],
): Promise<readonly (string | null)[]> {
  const words = await wordsOf(ctx);
  const people = await teammateNames(
    ctx,
    actions.flatMap((action) => (action.do === 'assign' && isPerson(action.teammateId) ? action.teammateId : [])),
  );
  const checklists = actions.some((action) => action.do === 'checklist') ? await listTemplates(ctx) : [];
  const names: (string | null)[] = [];
  for (const action of actions) {
    if (action.do === 'status') names.push(words.statuses.find(({ id }) => id === action.statusId)?.name ?? null);
    else if (action.do === 'reason')
      names.push(words.reasons.find((one) => one.id === action.reasonId && one.brandId === brandId)?.name ?? null);
    else if (action.do === 'queue') names.push(await queueName(ctx, brandId, action.queueId));
    else if (action.do === 'assign' && isPerson(action.teammateId)) names.push(people.get(action.teammateId) ?? null);
    else if (action.do === 'checklist') names.push(checklists.find(({ id }) => id === action.templateId)?.name ?? null);
    else if (action.do === 'tag') names.push(action.names.join(', '));
    else names.push('words' in action ? action.words : '');
  }
  return names;
}

async function queueName(ctx: ReadCtx, brandId: string, id: string): Promise<string | null> {
  const queue = await queueById(ctx, id);
  return queue?.brandId === brandId ? queue.name : null;
}

/** Anybody by name, and not "me" or "nobody". */
export function isPerson(teammateId: string): boolean {
  return teammateId !== 'me' && teammateId !== 'nobody';
}
