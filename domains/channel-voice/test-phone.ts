import { openLine } from '#domains/brands';
import { loadMany } from '#domains/conversations';
import { presenceNow, setPresence } from '#domains/presence';
import type { BodyOf } from '#platform/contract';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import type { World } from '../../tests/support/world.ts';
import { answer } from './answer.ts';
import type { simulateCall, wrapUpCall } from './contract.ts';
import { decline } from './decline.ts';
import { end, hangUp } from './end.ts';
import { hold, resume } from './hold.ts';
import { load } from './load.ts';
import { ring } from './ring.ts';
import { viewOf } from './views.ts';
import { wrapUp } from './wrap-up.ts';

type Person = Actor & { readonly id: string };

/** A Monday at nine; tests tell time in minutes after it. */
export const nine = new Date('2026-11-16T09:00:00Z');

/** So many minutes after nine. */
export function after(minutes: number): Date {
  return new Date(nine.getTime() + minutes * 60_000);
}

/** An id as a client makes it. */
export function newCallId(): BodyOf<typeof simulateCall>['id'] {
  return newId() as BodyOf<typeof simulateCall>['id'];
}

/** A workspace with a simulated phone line, and people who act on its calls at a minute. */
export async function aPhone(world: World) {
  const workspace = await world.newWorkspace();
  const tail = workspace.id.slice(-8);
  const open = (channel: string, address: string) =>
    workspace.act(workspace.owner, (ctx) =>
      openLine(ctx, { brandId: workspace.brandId, channel, name: channel, address, casePolicy: 'open-conversation', queueId: workspace.queueId }),
    );
  const line = await open('voice', `+351 21 ${tail}`);
  const mailLine = await open('email', `support-${tail}@desk.test`);
  const available = (agent: Person, minutes: number) =>
    workspace.act(agent, (ctx) => setPresence(ctx, { teammateId: agent.id, state: 'available', cause: 'own', at: after(minutes) }), after(minutes));
  return {
    workspace,
    lineId: line.id,
    mailLineId: mailLine.id,
    available,
    async agent(minutes: number) {
      const agent = await workspace.teammate('call-agent');
      await available(agent, minutes);
      return agent;
    },
    ring: (minutes: number, caller: Partial<BodyOf<typeof simulateCall>> = {}) =>
      workspace.act(
        workspace.owner,
        (ctx) => ring(ctx, { id: newCallId(), lineId: line.id, number: '+49 30 901820', subject: '', ...caller }),
        after(minutes),
      ),
    answer: (agent: Person, id: string, minutes: number) => workspace.act(agent, (ctx) => answer(ctx, id), after(minutes)),
    decline: (agent: Person, id: string, minutes: number) => workspace.act(agent, (ctx) => decline(ctx, id), after(minutes)),
    hold: (agent: Person, id: string, minutes: number) => workspace.act(agent, (ctx) => hold(ctx, id), after(minutes)),
    resume: (agent: Person, id: string, minutes: number) => workspace.act(agent, (ctx) => resume(ctx, id), after(minutes)),
    end: (agent: Person, id: string, minutes: number) => workspace.act(agent, (ctx) => end(ctx, id), after(minutes)),
    hangUp: (id: string, minutes: number) => workspace.act(workspace.owner, (ctx) => hangUp(ctx, id), after(minutes)),
    wrapUp: (agent: Person, id: string, minutes: number, summary: BodyOf<typeof wrapUpCall> = { reasonId: null }) =>
      workspace.act(agent, (ctx) => wrapUp(ctx, id, summary), after(minutes)),
    seenBy: (actor: Actor | null, id: string) => workspace.read(actor, async (ctx) => viewOf(ctx, await load(ctx, id))),
    stateOf: (agent: Person) => workspace.read(null, async (ctx) => (await presenceNow(ctx, [agent.id])).get(agent.id)?.state),
    row: (conversationId: string) => workspace.read(null, async (ctx) => (await loadMany(ctx, [conversationId]))[0]),
    entries: (conversationId: string) =>
      workspace.read(null, (ctx) =>
        ctx.db
          .selectFrom('entries')
          .select(['kind', 'facts'])
          .where('workspace_id', '=', ctx.workspaceId)
          .where('conversation_id', '=', conversationId)
          .orderBy('occurred_at')
          .execute(),
      ),
  };
}
