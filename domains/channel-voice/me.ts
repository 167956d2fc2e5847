import type { ReadCtx } from '#platform/ctx';
import { systemActor } from '#platform/policy';
import { mayNot } from '#platform/problem';

/** The teammate who acts: calls are taken by people. */
export function me(ctx: ReadCtx): string {
  if (ctx.actor.kind !== 'teammate' || !ctx.actor.id) throw mayNot({ detail: 'Only teammates take calls.' });
  return ctx.actor.id;
}

/**
 * The same context with our own authority, for what a call does to its conversation: whoever may take the call may be
 * the one who talks, also where the matter lies with another team. What is told stays with whoever acted.
 */
export function asHouse<C extends ReadCtx>(ctx: C): C {
  return { ...ctx, actor: systemActor };
}
