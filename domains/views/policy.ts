import { type RawBuilder, sql } from 'kysely';
import { ofBrandsServed } from '#domains/brands';
import { type Actor, holds, scopeOf, servesBrand } from '#platform/policy';
import { problem } from '#platform/problem';

/** What the policy looks at. */
export interface ViewFacts {
  readonly ownerId: string;
  readonly visibility: string;
  readonly teamId: string | null;
  readonly brandId: string | null;
}

/** Who may see a view, share it and change it. What it holds is another question, asked of each conversation. */
export const can = {
  /** One's own; those of one's teams and everybody's, of the brands served: nothing crosses, not even a name. */
  read: (actor: Actor, view: ViewFacts): boolean =>
    holds(actor, 'conversations.read') && (isOwner(actor, view) || isShown(actor, view)),
  /** One's own; and what is shared, for those who set up words and lists as far as it is shared. */
  change: (actor: Actor, view: ViewFacts): boolean =>
    can.read(actor, view) && (view.visibility === 'mine' ? isOwner(actor, view) : can.share(actor, view)),
  /** A team's for those who set things up in it; everybody's for those who do so everywhere. */
  share: (actor: Actor, view: ViewFacts): boolean => {
    if (view.visibility === 'mine') return true;
    if (view.brandId === null ? actor.brandIds !== 'all' : !servesBrand(actor, view.brandId)) return false;
    const scope = scopeOf(actor, 'conversations.configure');
    if (scope === 'all' || scope === 'brand') return true;
    return scope === 'team' && view.visibility === 'team' && actor.teamIds.has(view.teamId ?? '');
  },
  export: (actor: Actor, view: ViewFacts): boolean => can.read(actor, view) && holds(actor, 'views.export'),
};

export const mayNotShare = problem(
  'views/may-not-share',
  403,
  'You may not share this view that far',
  'Keep it for yourself, or ask whoever sets up your team.',
);
export const mayNotChange = problem(
  'views/may-not-change',
  403,
  'You may not change this view',
  'Save one of your own.',
);

export const mayNotExport = problem(
  'views/may-not-export',
  403,
  'You may not take rows out',
  'Ask whoever sets up your team.',
);

function isOwner(actor: Actor, view: ViewFacts): boolean {
  return actor.id !== null && view.ownerId === actor.id;
}

function isShown(actor: Actor, view: ViewFacts): boolean {
  if (view.brandId !== null && !servesBrand(actor, view.brandId)) return false;
  if (view.visibility === 'everybody') return true;
  return view.visibility === 'team' && view.teamId !== null && actor.teamIds.has(view.teamId);
}

/** The SQL twin of `can.read`. */
export function visible(actor: Actor): RawBuilder<boolean> {
  if (!holds(actor, 'conversations.read')) return sql<boolean>`false`;
  return sql<boolean>`(owner_id = ${actor.id}::uuid
    or ((brand_id is null or ${ofBrandsServed(actor, sql.ref('brand_id'))})
      and (visibility = 'everybody' or (visibility = 'team' and team_id = any(${[...actor.teamIds]}::uuid[])))))`;
}
