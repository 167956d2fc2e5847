import { answer, type Domain } from '#platform/domain';
import { listPresence, setMyPresence, setTheirPresence } from './contract.ts';
import { choosePresence } from './choose-presence.ts';
import { demo } from './demo.ts';
import { readPresence } from './list-presence.ts';
import { presenceTopic } from './topic.ts';
import { es } from './said.es.ts';

export { givePresenceBack, setPresence, type PresenceChange } from './set-presence.ts';
export { freeForCalls, presenceNow } from './queries.ts';
export type { OpenInterval } from './open-interval.ts';

/** Who is available, busy, on a break or away, and from when to when. */
export const presence: Domain = {
  name: 'presence',
  needs: ['identity', 'teams'],
  said: { es },
  permissions: [
    { name: 'presence.read', says: 'See whether teammates are available, and what they do' },
    { name: 'presence.set', says: 'Say whether you are available; as a leader, also for your teams' },
  ],
  routes: [
    answer(listPresence, (ctx, { query }) => readPresence(ctx, query.teamId)),
    answer(setMyPresence, (ctx, { body }) => choosePresence(ctx, ctx.actor.id, body)),
    answer(setTheirPresence, (ctx, { params, body }) => choosePresence(ctx, params.id, body)),
  ],
  topics: [presenceTopic],
  demo,
};
