import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type DemoStory, minutesAgo } from '#platform/domain';
import { addNote } from './add-note.ts';
import { saveDraft } from './drafts.ts';
import { setPriority, tag } from './label.ts';
import { snooze } from './snooze.ts';

const dayMs = 24 * 3600_000;

/** What conversations are about, a tree for each brand; `reason:<brand>/<name>` names the leaves. */
const reasonTrees = {
  fernhill: {
    'Order & delivery': ['Where is it', 'Delivered, not here', 'Change of address', 'Wrong item', 'Invoice'],
    'Warranty & repair': ['Tent poles', 'Seams and zips', 'Stoves', 'Soles'],
    Returns: ['Refund', 'Exchange', 'Return label'],
    'Before buying': ['Advice', 'Group order'],
  },
  lumo: { Bill: ['Amount', 'Direct debit'], Meter: ['Reading'], Contract: ['Moving house', 'Tariff'] },
} as const;

/** Reasons before anything comes; then what colleagues do beside answering, and what Priya has read. */
export async function demo(story: DemoStory): Promise<void> {
  await story.at(new Date(story.now.getTime() - 59 * dayMs), null, (ctx) => makeReasons(ctx, story));
  // the number everybody knows from the pictures of this story
  story.plan(minutesAgo(story, 13 * 60 + 28.5), () => story.at(story.now, null, (ctx) => countFrom(ctx, 48_213)));
  story.plan(new Date(story.now.getTime() - 57 * dayMs), () =>
    story.at(story.now, null, (ctx) => countFrom(ctx, 47_904)),
  );
  planMaya(story);
  planOthers(story);
  story.plan(story.now, () => story.at(story.now, null, (ctx) => haveRead(ctx, story)));
}

async function makeReasons(ctx: Ctx, story: DemoStory): Promise<void> {
  for (const [brand, tree] of Object.entries(reasonTrees)) {
    const brandId = story.ids.get(`brand:${brand}`);
    if (!brandId) continue;
    const row = (name: string, position: number, parent_id: string | null) => ({
      workspace_id: ctx.workspaceId,
      id: newId(),
      brand_id: brandId,
      parent_id,
      name,
      position,
    });
    const roots = Object.keys(tree).map((name, position) => row(name, position, null));
    const leaves = roots.flatMap((root) =>
      (tree[root.name as keyof typeof tree] as readonly string[]).map((name, position) => row(name, position, root.id)),
    );
    await ctx.db
      .insertInto('reasons')
      .values([...roots, ...leaves])
      .execute();
    for (const leaf of leaves) story.ids.set(`reason:${brand}/${leaf.name}`, leaf.id);
  }
}

/** The next conversation has this number, or a higher one where that is taken. */
async function countFrom(ctx: Ctx, number: number): Promise<void> {
  const { rows } = await sql<{
    number: string;
  }>`select next_number(${ctx.workspaceId}::uuid, 'conversation') as number`.execute(ctx.db);
  if (Number(rows[0]?.number ?? 0) >= number) return;
  await sql`select setval(${`numbers.conversation_${ctx.workspaceId.replaceAll('-', '')}`}::regclass, ${number}, false)`.execute(
    ctx.db,
  );
}

/** Jonas has looked for the poles while Priya was on the phone. */
function planMaya(story: DemoStory): void {
  const wednesday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/Lisbon' }).format(
    new Date(story.now.getTime() + dayMs),
  );
  const text = `@Priya Nordstan has 2 pole sets for the Ridgeline 2. I asked them to hold one under her name until ${wednesday} 19:00.`;
  story.plan(minutesAgo(story, 14), () =>
    story.at(minutesAgo(story, 14), 'teammate:priya', async (ctx) => {
      await tag(ctx, idOf(story, 'maya'), ['trip-urgent', 'tent']);
      await setPriority(ctx, idOf(story, 'maya'), 3);
    }),
  );
  note(story, { minutesAgo: 4, who: 'jonas', about: 'maya', text, mentions: ['priya'] });
}

function planOthers(story: DemoStory): void {
  note(story, {
    minutesAgo: 26 * 60,
    who: 'priya',
    about: 'hugo',
    text: 'Waiting for the depot to confirm',
    mentions: [],
  });
  note(story, {
    minutesAgo: 95,
    who: 'tomas',
    about: 'karin',
    mentions: ['priya'],
    text: '@Priya She was promised a call-back on Monday that nobody made. If she comes through to you: the express fee is on us.',
  });
  story.plan(minutesAgo(story, 31), () =>
    story.at(minutesAgo(story, 31), 'teammate:priya', (ctx) =>
      saveDraft(ctx, idOf(story, 'chiara'), {
        kind: 'reply',
        content: {},
        id: newId(),
        revision: 3,
        text: 'Hi Chiara, so sorry about the seam. Could you send one more photo of the label inside the jacket? With its number we can sew it on the guarantee, at no cost to you.',
      }),
    ),
  );
  for (const [position, about] of ['snoozed0', 'snoozed1', 'snoozed2', 'snoozed3'].entries()) {
    const until = new Date(story.now.getTime() + (3 + position * 17) * 3_600_000);
    story.plan(minutesAgo(story, 200 - position), () =>
      story.at(minutesAgo(story, 200 - position), 'teammate:priya', (ctx) => snooze(ctx, idOf(story, about), until)),
    );
  }
}

interface StoryNote {
  readonly minutesAgo: number;
  readonly who: string;
  readonly about: string;
  readonly text: string;
  readonly mentions: readonly string[];
}

function note(story: DemoStory, { who, about, text, ...given }: StoryNote): void {
  const at = minutesAgo(story, given.minutesAgo);
  story.plan(at, () =>
    story.at(at, `teammate:${who}`, (ctx) =>
      addNote(ctx, idOf(story, about), {
        id: newId(),
        text,
        mentions: given.mentions.flatMap((key) => story.ids.get(`teammate:${key}`) ?? []),
      }),
    ),
  );
}

function idOf(story: DemoStory, key: string): string {
  const id = story.ids.get(`conversation:${key}`);
  if (!id) throw new Error(`The story knows no conversation called ${key}.`);
  return id;
}

/** What Priya has not looked at yet; everything older than today was read by everybody. */
const unread = ['dieter', 'alba', 'femi'] as const;

async function haveRead(ctx: Ctx, story: DemoStory): Promise<void> {
  const notYet = unread.map((key) => idOf(story, key));
  const priya = story.ids.get('teammate:priya') ?? null;
  const teammates = [...story.ids].flatMap(([name, id]) => (name.startsWith('teammate:') ? [id] : []));
  await sql`
    insert into conversation_reads (workspace_id, teammate_id, conversation_id, seen_version, seen_at)
    select c.workspace_id, t.id, c.id, c.version, ${ctx.now}::timestamptz
    from conversations c cross join unnest(${teammates}::uuid[]) as t (id)
    where c.workspace_id = ${ctx.workspaceId} and not c.id = any(${notYet}::uuid[])
      and (c.status_category <> 'open' or c.assignee_id = t.id or (t.id = ${priya}::uuid and c.assignee_id is not null))
    on conflict do nothing`.execute(ctx.db);
}
