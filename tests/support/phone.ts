import { openLine } from '#domains/brands';
import type { CallView } from '#domains/channel-voice/contract';
import { loadMany } from '#domains/conversations';
import { presenceNow, setPresence } from '#domains/presence';
import { newId } from '#platform/database';
import { type Input, routeName } from '#platform/domain';
import type { AnyRoute } from '#platform/contract';
import type { Actor } from '#platform/policy';
import type { Workspace } from './workspace.ts';
import type { World } from './world.ts';

type Person = Actor & { readonly id: string };

/** A Monday at nine; these tests tell time in minutes after it. */
export const nine = new Date('2026-11-16T09:00:00Z');

/** So many minutes after nine. */
export function after(minutes: number): Date {
  return new Date(nine.getTime() + minutes * 60_000);
}

/** A workspace with a simulated phone line, and people who act on its calls through the API at a minute. */
export async function openPhone(world: World) {
  const workspace = await world.newWorkspace();
  const tail = workspace.id.slice(-8);
  const lineId = await openALine(workspace, 'voice', `+351 21 ${tail}`);
  const knock = (actor: Actor, route: string, minutes: number, given: { params?: unknown; body?: unknown } = {}) =>
    knockAt(world, workspace, actor, route, after(minutes), given);
  const put = (act: string) => (agent: Person, id: string, minutes: number) =>
    knock(agent, `PUT /api/calls/:id/${act}`, minutes, { params: { id } }) as Promise<CallView>;
  const take = (act: string) => (agent: Person, id: string, minutes: number) =>
    knock(agent, `DELETE /api/calls/:id/${act}`, minutes, { params: { id } }) as Promise<CallView>;
  return {
    workspace,
    mailLineId: await openALine(workspace, 'email', `support-${tail}@desk.test`),
    available: (agent: Person, minutes: number) => available(workspace, agent, after(minutes)),
    async agent(minutes: number): Promise<Person> {
      const agent = await workspace.teammate('call-agent');
      await available(workspace, agent, after(minutes));
      return agent;
    },
    ring: (minutes: number, caller: Readonly<Record<string, unknown>> = {}) =>
      knock(workspace.owner, 'POST /api/simulated-calls', minutes, {
        body: { id: newId(), lineId, number: '+49 30 901820', subject: '', ...caller },
      }) as Promise<CallView>,
    hangUp: (id: string, minutes: number) =>
      knock(workspace.owner, 'PUT /api/simulated-calls/:id/end', minutes, { params: { id } }) as Promise<CallView>,
    answer: put('answer'),
    hold: put('hold'),
    resume: take('hold'),
    decline: take('offer'),
    end: put('end'),
    wrapUp: (agent: Person, id: string, minutes: number, body: unknown = { reasonId: null }) =>
      knock(agent, 'PUT /api/calls/:id/wrap-up', minutes, { params: { id }, body }),
    seenBy: (actor: Actor, id: string) =>
      knock(actor, 'GET /api/calls/:id', 0, { params: { id } }) as Promise<CallView>,
    stateOf: (agent: Person) =>
      workspace.read(null, async (ctx) => (await presenceNow(ctx, [agent.id])).get(agent.id)?.state),
    row: (conversationId: string) => workspace.read(null, async (ctx) => (await loadMany(ctx, [conversationId]))[0]),
  };
}

/** Knocks at a door of the API without the wire: the verb behind it, in one transaction at a moment. */
export async function knockAt(
  world: World,
  workspace: Workspace,
  actor: Actor,
  route: string,
  at: Date,
  given: { params?: unknown; query?: unknown; body?: unknown },
): Promise<unknown> {
  const handler = world.house.handlers.find((one) => routeName(one.route) === route);
  if (!handler) throw new Error(`There is no ${route}.`);
  const input = { params: {}, query: {}, body: {}, ...given } as unknown as Input<AnyRoute>;
  return workspace.act(actor, (ctx) => handler.run(ctx, input), at);
}

function available(workspace: Workspace, agent: Person, at: Date): Promise<unknown> {
  const change = { teammateId: agent.id, state: 'available', cause: 'own', at } as const;
  return workspace.act(agent, (ctx) => setPresence(ctx, change), at);
}

/** A line of a channel in the workspace's first brand, whose matters go on while they are open. */
export async function openALine(workspace: Workspace, channel: string, address: string): Promise<string> {
  const line = {
    brandId: workspace.brandId,
    channel,
    name: channel,
    address,
    queueId: workspace.queueId,
    settings: channel === 'email' ? {} : { simulated: true },
  };
  return (await workspace.act(workspace.owner, (ctx) => openLine(ctx, { ...line, casePolicy: 'open-conversation' })))
    .id;
}
