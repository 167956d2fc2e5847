import { newId } from '#platform/database';
import type { Ctx } from '#platform/ctx';
import { type Demo, type DemoStory, minutesAgo } from '#platform/domain';
import { type PresenceReason, type RestState, presenceChanged } from './contract.ts';
import { setPresence } from './set-presence.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Step {
  readonly at: Date;
  readonly state: RestState;
  readonly reason: PresenceReason | null;
}

/** Who is where as the story ends, and since how many minutes. */
const now: Readonly<Record<string, readonly [RestState, PresenceReason | null, number]>> = {
  priya: ['available', null, 134],
  sofia: ['available', null, 47],
  jonas: ['available', null, 31],
  hana: ['available', null, 22],
  lucas: ['away', 'back-office', 26],
  mei: ['away', 'back-office', 12],
  pavel: ['break', 'short-break', 21],
  daniel: ['away', 'meeting', 38],
  rui: ['away', 'training', 22],
  elin: ['break', 'short-break', 9],
  amara: ['break', 'short-break', 7],
  tomas: ['away', 'coaching', 18],
};
const offline = ['offline', null, 600] as const;

/** Some weeks of working days for every teammate of the story, and who is there right now. */
export const demo: Demo = async (story) => {
  for (const [name, teammateId] of story.ids) {
    if (!name.startsWith('teammate:')) continue;
    const steps = weeksOf(story);
    await story.at(story.now, null, (ctx) => tell(ctx, teammateId, steps));
    const [state, reason, minutes] = now[name.slice('teammate:'.length)] ?? offline;
    const since = minutesAgo(story, minutes);
    // told first, played last: what happened before today's calls does not change who sits where now
    story.plan(since, () =>
      story.at(since, name, (ctx) => setPresence(ctx, { teammateId, state, reason, cause: 'own', at: since })),
    );
  }
};

/** The steps of the working days before today, oldest first. */
function weeksOf(story: DemoStory): readonly Step[] {
  const today = Math.floor(story.now.getTime() / dayMs) * dayMs;
  const steps: Step[] = [];
  for (let day = story.days; day >= 1; day -= 1) {
    const midnight = today - day * dayMs;
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6 || story.random() < 0.06) continue; // weekends, and a day off now and then
    steps.push(...dayOf(story, midnight));
  }
  return steps;
}

function dayOf(story: DemoStory, midnight: number): readonly Step[] {
  const around = (hour: number, spreadMinutes: number) =>
    new Date(midnight + hour * hourMs + Math.round((story.random() - 0.5) * 2 * spreadMinutes * 60_000));
  const step = (at: Date, state: RestState, reason: PresenceReason | null = null): Step => ({ at, state, reason });
  const meeting = story.random() < 0.3;
  return [
    step(around(9, 8), 'available'),
    step(around(10.5, 12), 'break', 'short-break'),
    step(around(11, 10), 'available'),
    step(around(12.75, 20), 'break', 'lunch'),
    step(around(13.75, 15), 'available'),
    ...(meeting ? [step(around(14.5, 5), 'away', 'meeting'), step(around(15.1, 5), 'available')] : []),
    step(around(15.6, 10), 'break', 'short-break'),
    step(around(16, 9), 'available'),
    step(around(17.5, 20), 'offline'),
  ];
}

/** Writes closed intervals at once, the last one open, and tells each as a fact. */
async function tell(ctx: Ctx, teammateId: string, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map((step, index) => ({
    workspace_id: ctx.workspaceId,
    id: newId(),
    teammate_id: teammateId,
    state: step.state,
    reason: step.reason,
    cause: 'own',
    started_at: step.at,
    ended_at: steps[index + 1]?.at ?? null,
    version: index + 1,
  }));
  await ctx.db.insertInto('presence_intervals').values(rows).execute();
  for (const [index, step] of steps.entries()) {
    ctx.emit(
      presenceChanged,
      teammateId,
      {
        state: step.state,
        fromState: steps[index - 1]?.state ?? null,
        reason: step.reason,
        cause: 'own',
        contactId: null,
      },
      { occurredAt: step.at },
    );
  }
}
