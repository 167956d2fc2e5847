import type { Ctx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import { lineChanged, lineClosed } from './contract.ts';
import { dropSecrets, keepSecrets, type SealedSecrets } from './line-secrets.ts';
import { checkSettings, lineFacts } from './open-line.ts';
import { can } from './policy.ts';
import { type Line, lineById } from './queries.ts';

export interface LineChanges {
  readonly name?: string | undefined;
  readonly casePolicy?: Line['casePolicy'] | undefined;
  readonly caseWindowHours?: number | null | undefined;
  readonly queueId?: string | null | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly secrets?: SealedSecrets;
}

/** Changes a line; what is not named stays. The channel connects again with what it is now. */
export async function changeLine(ctx: Ctx, id: string, changes: LineChanges): Promise<Line> {
  const before = await configurable(ctx, id);
  await ctx.db
    .updateTable('lines')
    .set({
      name: changes.name ?? before.name,
      case_policy: changes.casePolicy ?? before.casePolicy,
      case_window_hours: changes.caseWindowHours === undefined ? before.caseWindowHours : changes.caseWindowHours,
      queue_id: changes.queueId === undefined ? before.queueId : changes.queueId,
      settings: JSON.stringify(
        changes.settings ? checkSettings(ctx, before.channel, changes.settings) : before.settings,
      ),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await keepSecrets(ctx, id, changes.secrets ?? {});
  ctx.emit(lineChanged, id, { channel: before.channel });
  const after = await lineById(ctx, id);
  ctx.audit({
    action: 'line.changed',
    objectKind: 'line',
    objectId: id,
    objectName: after.name,
    before: lineFacts(before),
    after: lineFacts(after, changes.secrets),
  });
  return after;
}

/** Closes a line and removes its secrets; its conversations stay. Twice is once. */
export async function closeLine(ctx: Ctx, id: string): Promise<Line> {
  const before = await configurable(ctx, id);
  if (before.closedAt) return before;
  await ctx.db
    .updateTable('lines')
    .set({ closed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await dropSecrets(ctx, id);
  ctx.emit(lineClosed, id, { channel: before.channel });
  ctx.audit({
    action: 'line.closed',
    objectKind: 'line',
    objectId: id,
    objectName: before.name,
    before: lineFacts(before),
    after: null,
  });
  return { ...before, closedAt: ctx.now };
}

async function configurable(ctx: Ctx, id: string): Promise<Line> {
  const line = await lineById(ctx, id);
  if (!can.readLine(ctx.actor, line.brandId)) throw notFound();
  if (!can.configureLine(ctx.actor, line.brandId)) throw mayNot();
  return line;
}
