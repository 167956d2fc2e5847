import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { invalidInput, mayNot, notFound, problem } from '#platform/problem';
import { lineOpened } from './contract.ts';
import { keepSecrets, type SealedSecrets } from './line-secrets.ts';
import { can } from './policy.ts';
import { brandOf, firstBrand, type Line, lineById } from './queries.ts';

const addressTaken = problem(
  'brands/line-address-taken',
  409,
  'This address already has an open line',
  'Close that line first, or use another address.',
);
const noSuchChannel = problem(
  'brands/no-such-channel',
  422,
  'There is no such channel',
  'Choose one from the list of channels.',
);

export interface NewLine {
  /** Made before, so that its secrets are sealed for this line alone. */
  readonly id?: string;
  /** The first brand where none is named. */
  readonly brandId?: string | undefined;
  readonly channel: string;
  readonly name: string;
  readonly address: string;
  readonly casePolicy?: Line['casePolicy'];
  readonly caseWindowHours?: number | null;
  readonly queueId?: string | null;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly secrets?: SealedSecrets;
}

/** Opens a line: the channel checks its settings, and starts to listen once this is committed. */
export async function openLine(ctx: Ctx, line: NewLine): Promise<Line> {
  const brand = line.brandId === undefined ? await firstBrand(ctx) : await brandOf(ctx, line.brandId);
  if (!can.readBrand(ctx.actor, brand.id)) throw notFound();
  if (!can.configureLine(ctx.actor, brand.id)) throw mayNot();
  const id = line.id ?? newId();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('lines')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      brand_id: brand.id,
      channel: line.channel,
      name: line.name,
      address: line.address,
      case_policy: line.casePolicy ?? 'thread',
      case_window_hours: line.caseWindowHours ?? null,
      queue_id: line.queueId ?? null,
      settings: JSON.stringify(checkSettings(ctx, line.channel, line.settings ?? {})),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw addressTaken();
  await keepSecrets(ctx, id, line.secrets ?? {});
  ctx.emit(lineOpened, id, { brandId: brand.id, channel: line.channel });
  const opened = await lineById(ctx, id);
  ctx.audit({
    action: 'line.opened',
    objectKind: 'line',
    objectId: id,
    objectName: line.name,
    before: null,
    after: lineFacts(opened, line.secrets),
  });
  return opened;
}

/** A line as the audit log tells of it: of its secrets, which were given, never what they are. */
export function lineFacts({ workspaceId: _here, settings, ...line }: Line, secrets: SealedSecrets = {}) {
  const given = Object.keys(secrets).toSorted();
  // what stands in the settings is the channel's to say
  return { ...line, settings: settings as unknown, ...(given.length > 0 ? { secretsGiven: given } : {}) };
}

/** The settings as the channel cleans them, or each wrong one named. */
export function checkSettings(
  ctx: ReadCtx,
  channel: string,
  settings: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const kind = ctx.house.channels.get(channel);
  if (!kind) throw noSuchChannel();
  const parsed = kind.lineSettings.safeParse(settings);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  throw invalidInput({
    fields: parsed.error.issues.slice(0, 20).map((issue) => ({
      path: ['body', 'settings', ...issue.path.map(String)].join('.'),
      message: issue.message,
    })),
  });
}
