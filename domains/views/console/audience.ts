import type { SavedView } from '../contract.ts';
import type { Choice } from './use-view-choices.ts';

/** For whom a view is, as people say it: a brand's is everybody's of that brand. */
export const audiences = ['mine', 'team', 'brand', 'all'] as const;
export type Audience = (typeof audiences)[number];

/** For whom a saved view is. */
export function audienceOf(view: Pick<SavedView, 'visibility' | 'brandId'>): Audience {
  if (view.visibility === 'everybody') return view.brandId === null ? 'all' : 'brand';
  return view.visibility;
}

/** The same as the server keeps it; where nothing was chosen, the first on offer is meant, as it is shown. */
export function wishOf(
  draft: Pick<SavedView, 'name' | 'sort' | 'columns'> & {
    readonly audience: Audience;
    readonly teamId: string;
    readonly brandId: string;
  },
  choices: { readonly teams: readonly Choice[]; readonly brands: readonly Choice[] },
) {
  const { audience } = draft;
  const visibility: SavedView['visibility'] = audience === 'mine' || audience === 'team' ? audience : 'everybody';
  const brandId = audience === 'brand' ? draft.brandId || (choices.brands[0]?.id ?? null) : null;
  return {
    name: draft.name.trim(),
    sort: draft.sort,
    columns: [...draft.columns],
    visibility,
    teamId: audience === 'team' ? draft.teamId || (choices.teams[0]?.id ?? null) : null,
    // a team's is of the brands its sharer serves: the server says which
    ...(visibility === 'everybody' ? { brandId } : {}),
  };
}
