import { putChecklist } from '#domains/checklists';
import {
  addNote,
  assign,
  close,
  conversationView,
  load,
  makePromise,
  setPriority,
  setReason,
  setStatus,
  snooze,
  tag,
} from '#domains/conversations';
import type { ConversationView } from '#domains/conversations/contract';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { isRefusal, problem } from '#platform/problem';
import { type MacroAction, type MacroView, macroUsed } from './contract.ts';
import { fillText } from './fill-text.ts';
import { macroById } from './macros.ts';
import { namesOf } from './names-of.ts';
import { personOf, variablesOf } from './preview-macro.ts';
import { type Made, type State, stateOf } from './undo-run.ts';

const stepGone = problem(
  'macros/step-gone',
  409,
  'Something this macro sets is there no more',
  'Mend the macro in Settings: a status, reason, queue, checklist or person it names is gone. Nothing was done.',
);
const wordsMissing = problem(
  'macros/words-missing',
  409,
  'The note of this macro has a gap',
  'Something it names is not known of this customer. Write the note by hand.',
);

/** A run: what became of the conversation, which acts wait for its words, and whether anything became different. */
interface Ran {
  readonly conversation: ConversationView;
  readonly left: ('close' | 'snooze')[];
  readonly isChanged: boolean;
}

/** Does what a macro does, in its order, as if by hand: the first refusal undoes all of it. The same run again runs once. */
export async function runMacro(
  ctx: Ctx,
  conversationId: string,
  given: {
    readonly id: string;
    readonly macroId: string;
    readonly hasWords: boolean;
    /** It hands over to somebody full too: whoever runs it has seen how full they are. */
    readonly anyway: boolean;
  },
): Promise<Ran> {
  const conversation = await load(ctx, conversationId);
  const macro = await macroById(ctx, given.macroId);
  const waits = (action: MacroAction): boolean => given.hasWords && (action.do === 'close' || action.do === 'snooze');
  const left = macro.actions.filter(waits).map((action) => action.do as 'close' | 'snooze');
  if (!(await noteRun(ctx, conversationId, given, macro)))
    return { conversation: await conversationView(ctx, conversationId), left, isChanged: false };
  const names = await namesOf(ctx, conversation.brand_id, macro.actions);
  if (names.includes(null)) throw stepGone();
  const before = stateOf(await conversationView(ctx, conversationId));
  const made: Made = { promises: [], notes: [], tasks: [] };
  let handed: ConversationView | undefined;
  for (const action of macro.actions)
    if (!waits(action)) handed = (await run(ctx, conversationId, action, { made, anyway: given.anyway })) ?? handed;
  const view = await viewAfter(ctx, conversationId, handed);
  const after = stateOf(view);
  await ctx.db
    .updateTable('macro_runs')
    .set({ before: JSON.stringify(before), after: JSON.stringify({ ...after, made }) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', given.id)
    .execute();
  ctx.emit(macroUsed, conversationId, { macroId: macro.id, runId: given.id, actions: macro.actions.length });
  const isChanged = Object.values(made).some(({ length }) => length > 0) || !isSame(before, after);
  return { conversation: view, left, isChanged };
}

function isSame(before: State, after: State): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Who hands a conversation on may no longer see it, and is still told what became of it. */
async function viewAfter(ctx: Ctx, id: string, handed: ConversationView | undefined): Promise<ConversationView> {
  try {
    return await conversationView(ctx, id);
  } catch (error) {
    if (handed === undefined || !isRefusal(error)) throw error;
    return handed;
  }
}

async function noteRun(
  ctx: Ctx,
  conversationId: string,
  given: { readonly id: string; readonly macroId: string },
  macro: MacroView,
): Promise<boolean> {
  const noted = await ctx.db
    .insertInto('macro_runs')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      macro_id: macro.id,
      conversation_id: conversationId,
      run_by: ctx.actor.id,
      run_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (noted.numInsertedOrUpdatedRows !== 1n) return false;
  await ctx.db
    .updateTable('macros')
    .set((eb) => ({ used_count: eb('used_count', '+', 1), used_at: ctx.now }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', macro.id)
    .execute();
  return true;
}

/** One act; handing over answers with what was handed, which may be out of sight from then on. */
async function run(
  ctx: Ctx,
  id: string,
  action: MacroAction,
  { made, anyway }: { readonly made: Made; readonly anyway: boolean },
): Promise<ConversationView | undefined> {
  const soon = (minutes: number): Date => new Date(ctx.now.getTime() + minutes * 60_000);
  if (action.do === 'status') await setStatus(ctx, id, action.statusId);
  else if (action.do === 'assign') return assign(ctx, id, { assigneeId: personOf(ctx, action.teammateId), anyway });
  else if (action.do === 'queue') {
    const { assigneeId } = await conversationView(ctx, id);
    return assign(ctx, id, { assigneeId, queueId: action.queueId });
  } else if (action.do === 'tag') {
    const { tags } = await conversationView(ctx, id);
    await tag(ctx, id, [...tags.map(({ name }) => name), ...action.names]);
  } else if (action.do === 'reason') await setReason(ctx, id, action.reasonId);
  else if (action.do === 'priority') await setPriority(ctx, id, action.priority);
  else if (action.do === 'snooze') await snooze(ctx, id, soon(action.minutes));
  else if (action.do === 'promise') {
    const promiseId = newId();
    await makePromise(ctx, id, { id: promiseId, dueAt: soon(action.minutes), words: action.words });
    made.promises.push(promiseId);
  } else if (action.do === 'note') {
    const noteId = newId();
    const { text, missing } = fillText(action.text, await variablesOf(ctx, await load(ctx, id)));
    if (missing.length > 0) throw wordsMissing();
    await addNote(ctx, id, { id: noteId, text, mentions: [] });
    made.notes.push(noteId);
  } else if (action.do === 'checklist')
    made.tasks.push(...(await putChecklist(ctx, id, { id: newId(), templateId: action.templateId })));
  else await close(ctx, id, 'answered');
  return undefined;
}
