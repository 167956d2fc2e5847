import {
  type Conversation,
  type ConversationFacts,
  foreseeClosing,
  reachOf,
  roomOf,
  tagNamesOf,
  wordsOf,
} from '#domains/conversations';
import { customerNames } from '#domains/customers';
import { teammateName } from '#domains/identity';
import { queueById } from '#domains/teams';
import type { ReadCtx } from '#platform/ctx';
import type { MacroAction, MacroForecast } from './contract.ts';
import { fillText, type Variables } from './fill-text.ts';
import { namesOf } from './names-of.ts';
import { personOf } from './preview-macro.ts';

/** What a macro over many rests on, asked once for all of them. */
export interface Ground {
  readonly actions: readonly MacroAction[];
  /** Brand → the name of what each act sets there; null where it is not there. */
  readonly names: ReadonlyMap<string, readonly (string | null)[]>;
  /** The same for whoever reads it, from whichever brand has it. */
  readonly said: readonly string[];
  /** Teammate → which conversations they can be given; null where there is nobody. */
  readonly reach: ReadonlyMap<string, ((facts: ConversationFacts) => boolean) | null>;
  /** Teammate → their hands, which fill as one conversation after the other is foreseen. */
  readonly rooms: ReadonlyMap<string, Hands>;
  /** Queue → whose team it is. */
  readonly teams: ReadonlyMap<string, string>;
  /** Status → its category. */
  readonly categories: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
  readonly inTheWay: Awaited<ReturnType<typeof foreseeClosing>> | null;
  /** The words of its notes know nothing of this conversation that they name. */
  readonly hasGap: (conversation: Conversation, action: MacroAction) => boolean;
}

/** Somebody's hands while a macro over many is foreseen. */
export class Hands {
  readonly #room: ReadonlyMap<string, { has: number; limit: number }>;
  readonly #taken = new Map<string, number>();
  readonly #over = new Map<string, number>();
  readonly #whose: { readonly teammateId: string; readonly name: string };

  constructor(room: ReadonlyMap<string, { has: number; limit: number }>, whose: { teammateId: string; name: string }) {
    this.#room = room;
    this.#whose = whose;
  }

  /** Whether one more of a kind is one too many; told, it is counted. */
  isFull(kind: string | null): boolean {
    const room = kind === null ? undefined : this.#room.get(kind);
    if (kind === null || room === undefined || room.has + (this.#taken.get(kind) ?? 0) < room.limit) return false;
    this.#over.set(kind, (this.#over.get(kind) ?? 0) + 1);
    return true;
  }

  take(kind: string): void {
    this.#taken.set(kind, (this.#taken.get(kind) ?? 0) + 1);
  }

  full(): MacroForecast['full'] {
    return [...this.#over].map(([kind, over]) => ({
      ...this.#whose,
      over,
      ...(this.#room.get(kind) ?? { has: 0, limit: 0 }),
    }));
  }
}

/** What the next conversations rest on; what was asked for those before them is not asked again. */
export async function groundOf(
  ctx: ReadCtx,
  conversations: readonly Conversation[],
  actions: readonly MacroAction[],
  before: Ground | undefined,
): Promise<Ground> {
  const names = new Map(before?.names);
  for (const brandId of new Set(conversations.map((one) => one.brand_id)))
    if (!names.has(brandId)) names.set(brandId, await namesOf(ctx, brandId, actions));
  const once = before ?? (await askOnce(ctx, actions));
  const ids = conversations.map(({ id }) => id);
  const hasNote = actions.some(({ do: what }) => what === 'note');
  const called = hasNote
    ? await customerNames(
        ctx,
        conversations.map((one) => one.customer_id),
      )
    : new Map<string, string>();
  return {
    ...once,
    hasGap: (conversation, action) =>
      action.do === 'note' &&
      fillText(action.text, known(conversation, called.get(conversation.customer_id) ?? '')).missing.length > 0,
    actions,
    names,
    said: actions.map((_, at) => [...names.values()].find((of) => of[at] !== null)?.[at] ?? ''),
    tags: actions.some(({ do: what }) => what === 'tag') ? await tagNamesOf(ctx, ids) : new Map(),
    inTheWay: actions.some((action) => closes(action, once.categories))
      ? await foreseeClosing(ctx, conversations)
      : null,
  };
}

/** Whether an act closes. */
export function closes(action: MacroAction, categories: Ground['categories']): boolean {
  return action.do === 'close' || (action.do === 'status' && categories.get(action.statusId) === 'closed');
}

type Once = Pick<Ground, 'reach' | 'rooms' | 'teams' | 'categories'>;

async function askOnce(ctx: ReadCtx, actions: readonly MacroAction[]): Promise<Once> {
  const reach = new Map<string, Awaited<ReturnType<typeof reachOf>>>();
  const rooms = new Map<string, Hands>();
  const teams = new Map<string, string>();
  for (const action of actions) {
    const teammateId = action.do === 'assign' ? personOf(ctx, action.teammateId) : null;
    if (teammateId !== null && !reach.has(teammateId)) {
      reach.set(teammateId, await reachOf(ctx, teammateId));
      const name = teammateId === ctx.actor.id ? '' : ((await teammateName(ctx, teammateId)) ?? '');
      rooms.set(teammateId, new Hands(await roomOf(ctx, teammateId), { teammateId, name }));
    }
    const queue = action.do === 'queue' ? await queueById(ctx, action.queueId) : null;
    if (queue) teams.set(queue.id, queue.teamId);
  }
  const { statuses } = await wordsOf(ctx);
  return {
    reach,
    rooms,
    teams,
    categories: new Map(statuses.map(({ id, category }) => [id, category])),
  };
}

/** Which variables of a note are known of a conversation, by its row and its customer; what else it may name is read at its turn. */
function known(conversation: Conversation, customerName: string): Variables {
  const name = customerName.trim() || null;
  const there = '…';
  return {
    'customer.name': name,
    'customer.firstName': name,
    'customer.address': there,
    'agent.name': there,
    'agent.firstName': there,
    'brand.name': there,
    number: there,
    subject: conversation.subject || null,
    queue: conversation.queue_id,
    due: there,
  };
}
