import {
  assign,
  close,
  conversationView,
  fitSnooze,
  markRead,
  setPriority,
  setReason,
  setStatus,
  snooze,
  tag,
} from '#domains/conversations';
import type { ConversationView } from '#domains/conversations/contract';
import { putBack, runMacro, State, stateOf, undoMacro } from '#domains/macros';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import * as z from 'zod';
import type { BatchAction } from './contract.ts';

/** What an item remembers for its way back: ids, numbers and times alone. */
const Before = State.extend({ unread: z.boolean() });
const After = State.extend({ macroRunId: z.string().nullable() });

/** What was, and what it became. */
export interface Trace {
  readonly before: z.output<typeof Before>;
  readonly after: z.output<typeof After>;
}

/** Does it to one conversation as if by hand: the verb asks the policy, and refuses in its own words. */
export async function act(ctx: Ctx, id: string, action: BatchAction): Promise<Trace> {
  const view = await conversationView(ctx, id);
  const before = { ...stateOf(view), unread: view.unread };
  const macroRunId = action.do === 'macro' ? await runOn(ctx, id, action) : null;
  if (action.do !== 'macro') await change(ctx, view, action);
  // who hands a conversation on may no longer see it: what was asked is then what it became
  const now = await conversationView(ctx, id).catch(() => null);
  return { before, after: { ...(now ? stateOf(now) : asAsked(before, ctx, action)), macroRunId } };
}

/** The run of a macro, for its way back; null where all it sets was so already. */
async function runOn(ctx: Ctx, id: string, action: BatchAction & { do: 'macro' }): Promise<string | null> {
  const { macroId, anyway = false } = action;
  const runId = newId();
  const { isChanged: isDifferent } = await runMacro(ctx, id, { id: runId, macroId, hasWords: false, anyway });
  return isDifferent ? runId : null;
}

async function change(ctx: Ctx, view: ConversationView, action: BatchAction): Promise<void> {
  const { id } = view;
  switch (action.do) {
    case 'assign':
      return void (await assign(ctx, id, { assigneeId: personOf(ctx, action.assigneeId), anyway: action.anyway }));
    case 'queue':
      return void (await assign(ctx, id, { assigneeId: view.assigneeId, queueId: action.queueId }));
    case 'tag':
      return void (await tag(ctx, id, [...view.tags.map(({ name }) => name), ...action.names]));
    case 'status':
      return void (await setStatus(ctx, id, action.statusId));
    case 'priority':
      return void (await setPriority(ctx, id, action.priority));
    case 'reason':
      return void (await setReason(ctx, id, action.reasonId));
    case 'snooze':
      return void (await snooze(ctx, id, await returnOf(ctx, id, action)));
    case 'read':
      return void (await markRead(ctx, id, view.version));
    default:
      return void (await close(ctx, id, 'answered'));
  }
}

/** When one of many comes back: as it was asked, or moved on to hours of both sides as a single one is. */
async function returnOf(ctx: Ctx, id: string, action: BatchAction & { do: 'snooze' }): Promise<Date> {
  const asked = new Date(action.until);
  if (!action.fits) return asked;
  const { rows } = await fitSnooze(ctx, id, [asked]);
  return rows[0] ? new Date(rows[0].until) : asked;
}

/** Whom an action means by these words. */
export function personOf(ctx: Ctx, assigneeId: string): string | null {
  if (assigneeId === 'nobody') return null;
  return assigneeId === 'me' ? ctx.actor.id : assigneeId;
}

function asAsked(before: Trace['before'], ctx: Ctx, action: BatchAction): Trace['before'] {
  if (action.do === 'assign') return { ...before, assigneeId: personOf(ctx, action.assigneeId) };
  return action.do === 'queue' ? { ...before, queueId: action.queueId } : before;
}

/** Whether anything became different by it. */
export function isChanged({ before, after }: Trace, action: BatchAction): boolean {
  if (action.do === 'macro') return after.macroRunId !== null;
  if (action.do === 'read') return before.unread;
  const { unread: _, ...was } = before;
  const { macroRunId: __, ...is } = after;
  return JSON.stringify(was) !== JSON.stringify(is);
}

/** Takes back what was done to one conversation; what somebody changed since stays as they left it. */
export async function takeBack(ctx: Ctx, id: string, trace: { before: unknown; after: unknown }): Promise<void> {
  const before = Before.parse(trace.before);
  const after = After.parse(trace.after);
  if (after.macroRunId !== null) return void (await undoMacro(ctx, after.macroRunId));
  const view = await conversationView(ctx, id);
  await putBack(ctx, view, { before, after });
  if (before.unread && !view.unread) await markRead(ctx, id, 0);
}
