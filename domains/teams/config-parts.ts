import * as z from 'zod';
import { brandNamed, brandsServed, changeLine, linesServed, nameIfNotFirst, nameWithin } from '#domains/brands';
import { allCalendars, calendarNamed } from '#domains/calendars';
import type { Ctx } from '#platform/ctx';
import { type ConfigNames, configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { firstTeamId } from './first-team.ts';
import { makeTeam, renameTeam, setTeamHours } from './make-team.ts';
import { changeQueue, openQueue } from './open-queue.ts';
import { can } from './policy.ts';
import { queuesFor, standardQueueOf } from './queries.ts';
import { teamNames, teamViews } from './views.ts';

const name = z.string().trim().min(1).max(120);
const noSuchTeam = problem(
  'teams/no-team-of-this-name',
  422,
  'There is no team of this name',
  'Name it under "teams" first, or mend the spelling.',
);
const noSuchLine = problem(
  'teams/no-line-of-this-address',
  422,
  'This brand has no line of this address',
  'Name it under "lines" first, or mend the spelling.',
);

export const teamsPart = configPart({
  name: 'teams',
  says: 'Teams by name. Who works in them is said where people are invited.',
  permission: 'teams.configure',
  tables: ['teams'],
  item: z.strictObject({ name, hours: z.string().nullable().default(null), isStandard: z.boolean().optional() }),
  keyOf: (team) => team.name,
  standardOf: () => '',
  async read(ctx) {
    const [calendars, first] = [await allCalendars(ctx), await firstTeamId(ctx)];
    return (await teamViews(ctx))
      .filter((team) => can.configureTeam(ctx.actor, team.id))
      .map((team) => ({
        name: team.name,
        hours: calendars.find(({ id }) => id === team.calendarId)?.name ?? null,
        ...(team.id === first ? { isStandard: true } : {}),
      }));
  },
  async write(ctx, team, before) {
    const calendarId = await calendarNamed(ctx, team.hours);
    const there = (await teamNames(ctx)).find((one) => one.name === (before ?? team).name);
    if (there && there.name !== team.name) await renameTeam(ctx, there.id, team.name);
    if (there) await setTeamHours(ctx, there.id, calendarId);
    else await makeTeam(ctx, { name: team.name, calendarId });
  },
});

export const queuesPart = configPart({
  name: 'queues',
  says: 'Where conversations wait, which team works them, and the addresses of the lines that lead there.',
  permission: 'teams.configure',
  tables: ['queues'],
  item: z.strictObject({
    brand: z.string().optional(),
    name,
    team: z.string(),
    position: z.number().int().min(0).max(10_000),
    lines: z.array(z.string()).default([]),
    isStandard: z.boolean().optional(),
  }),
  keyOf: (queue) => `${queue.brand ?? ''}/${queue.name}`,
  standardOf: (queue) => queue.brand ?? '',
  async read(ctx) {
    const [brands, teams] = [await brandsServed(ctx), await teamNames(ctx)];
    const lines = await linesServed(ctx, {});
    const standard = new Set<string>();
    for (const { id } of brands) standard.add((await standardQueueOf(ctx, id))?.id ?? '');
    return (await queuesFor(ctx))
      .filter((queue) => can.configureQueue(ctx.actor, queue))
      .map((queue) => ({
        ...nameIfNotFirst(brands, queue.brandId),
        name: queue.name,
        team: teams.find(({ id }) => id === queue.teamId)?.name ?? '',
        position: queue.position,
        lines: lines
          .filter(({ queueId }) => queueId === queue.id)
          .map(({ address }) => address)
          .sort(),
        ...(standard.has(queue.id) ? { isStandard: true } : {}),
      }));
  },
  async write(ctx, queue, before) {
    const brand = await brandNamed(ctx, queue.brand);
    const team = (await teamNames(ctx)).find((one) => one.name === queue.team);
    if (!team) throw noSuchTeam({ detail: queue.team });
    const isThis = (one: { brandId: string; name: string }): boolean =>
      one.brandId === brand.id && one.name === (before ?? queue).name;
    const there = (await queuesFor(ctx)).find(isThis);
    const parts = { name: queue.name, teamId: team.id, position: queue.position };
    const { id } = there
      ? await changeQueue(ctx, there.id, parts)
      : await openQueue(ctx, { ...parts, brandId: brand.id });
    await leadHere(ctx, id, brand.id, queue.lines);
  },
});

/** The lines of these addresses, and no others, lead to a queue. */
async function leadHere(ctx: Ctx, queueId: string, brandId: string, addresses: readonly string[]): Promise<void> {
  const lines = await linesServed(ctx, { brandId });
  for (const address of addresses)
    if (!lines.some((line) => line.address === address)) throw noSuchLine({ detail: address });
  for (const line of lines) {
    const isWanted = addresses.includes(line.address);
    if (isWanted && line.queueId !== queueId) await changeLine(ctx, line.id, { queueId });
    if (!isWanted && line.queueId === queueId) await changeLine(ctx, line.id, { queueId: null });
  }
}

/** Teams and queues, where filters and acts name them. */
export const configNames: readonly ConfigNames[] = [
  { of: 'teams', read: teamNames },
  {
    of: 'queues',
    async read(ctx) {
      const brands = await brandsServed(ctx);
      return (await queuesFor(ctx)).map((queue) => ({
        id: queue.id,
        name: nameWithin(brands, queue.brandId, queue.name),
      }));
    },
  },
];
