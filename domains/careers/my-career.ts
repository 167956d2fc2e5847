import { leadsTeamOf, skillsOf } from '#domains/teams';
import { teammateById, teammateName } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import type { ShownRole } from './catalogue.ts';
import type { CareerView, RoleStep } from './contract.ts';
import { type Careers, careersOf } from './own.ts';

type Known = Awaited<ReturnType<typeof skillsOf>>;

/** One's own page: the ladder around the own role, what is met of the role looked at, and what each rests on. */
export async function myCareer(ctx: ReadCtx, lookAt: string | undefined): Promise<CareerView> {
  const id = ctx.actor.id;
  if (ctx.actor.kind !== 'teammate' || id === null) throw notFound();
  return careerOf(ctx, id, lookAt);
}

/** Somebody else's page: for who leads a team of theirs, and only since they chose so. Else it is not there. */
export async function careerOfTeammate(ctx: ReadCtx, teammateId: string): Promise<CareerView> {
  if (teammateId === ctx.actor.id) return myCareer(ctx, undefined);
  await teammateById(ctx, teammateId);
  const { shared_at } = await pathOf(ctx, teammateId);
  const mayLook = shared_at !== null && ctx.actor.id !== null && (await leadsTeamOf(ctx, ctx.actor.id, teammateId));
  if (!mayLook) throw notFound();
  return careerOf(ctx, teammateId, undefined);
}

/** What a teammate said of where they stand; nothing where they said nothing. */
export async function pathOf(ctx: ReadCtx, teammateId: string) {
  const row = await ctx.db
    .selectFrom('career_paths')
    .select(['own_role', 'own_since', 'next_role', 'place', 'shared_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .executeTakeFirst();
  return row ?? { own_role: null, own_since: null, next_role: null, place: null, shared_at: null };
}

async function careerOf(ctx: ReadCtx, teammateId: string, lookAt: string | undefined): Promise<CareerView> {
  const [path, careers, known, name] = await Promise.all([
    pathOf(ctx, teammateId),
    careersOf(ctx, 'en'),
    skillsOf(ctx, teammateId),
    teammateName(ctx, teammateId),
  ]);
  const { catalogue } = careers;
  const own = path.own_role === null ? null : catalogue.role(path.own_role);
  const step = (role: ShownRole): RoleStep => stepOf(careers, role, known, path.place);
  const ways = own?.next.flatMap(({ role }) => catalogue.role(role) ?? []) ?? [];
  const asked = lookAt ?? path.next_role;
  const looked = asked === null ? ways[0] : (catalogue.role(asked) ?? undefined);
  return {
    teammateId,
    name,
    ownRole: own ? step(own) : null,
    ownSince: path.own_since === null ? null : dayOf(path.own_since),
    nextRole: path.next_role,
    place: path.place,
    sharedAt: path.shared_at?.toISOString() ?? null,
    before:
      own === null ? [] : catalogue.roles.filter(({ next }) => next.some(({ role }) => role === own.key)).map(step),
    after: ways.map(step),
    looked: looked ? { ...step(looked), skills: skillsFor(careers, looked, known) } : null,
  };
}

function stepOf(careers: Careers, role: ShownRole, known: Known, place: string | null): RoleStep {
  const skills = skillsFor(careers, role, known);
  return {
    key: role.key,
    name: role.shownName,
    met: skills.filter(({ need, have }) => have !== null && have >= need).length,
    all: skills.length,
    pay: careers.pay.filter((one) => one.role === role.key && one.place === place),
  };
}

/** Each skill a role asks for, the highest level that is written down, and all that it rests on; null where nothing is. */
function skillsFor({ catalogue }: Careers, role: ShownRole, known: Known) {
  return role.skills.map(({ skill, level }) => {
    const shown = catalogue.skill(skill);
    const restsOn = known
      .filter((one) => one.key === skill || (one.key === null && one.name === shown?.name))
      .map((one) => ({
        source: one.source as CareerSource,
        level: one.level,
        recordedAt: one.recordedAt.toISOString(),
      }));
    const have = restsOn.length === 0 ? null : Math.max(...restsOn.map((one) => one.level));
    return { key: skill, name: shown?.shownName ?? skill, need: level, have, restsOn };
  });
}
type CareerSource = NonNullable<CareerView['looked']>['skills'][number]['restsOn'][number]['source'];

function dayOf(day: Date | string): string {
  if (typeof day === 'string') return day.slice(0, 10);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
