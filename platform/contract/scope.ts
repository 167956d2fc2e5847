/** How far a permission reaches: what is mine, my teams', my brands', or everything of the workspace. Narrow first. */
export const scopes = ['own', 'team', 'brand', 'all'] as const;
export type Scope = (typeof scopes)[number];
