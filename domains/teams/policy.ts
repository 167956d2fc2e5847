import { sql, type RawBuilder } from 'kysely';
import { type Actor, scopeOf, servesBrand } from '#platform/policy';

/** Who sees and changes teams and queues. */
export const can = {
  readTeam: (actor: Actor, teamId: string): boolean => reaches(actor, 'teams.read', [teamId]),
  configureTeam: (actor: Actor, teamId: string): boolean => reaches(actor, 'teams.configure', [teamId]),
  /** A new team belongs to nobody yet. */
  makeTeam: (actor: Actor): boolean => isWide(actor, 'teams.configure'),
  /** A queue is seen with its conversations: by those of its team, or by who sees the whole brand. */
  readQueue: (actor: Actor, queue: { brandId: string; teamId: string }): boolean =>
    servesBrand(actor, queue.brandId) && reaches(actor, 'conversations.read', [queue.teamId]),
  configureQueue: (actor: Actor, queue: { brandId: string; teamId: string }): boolean =>
    servesBrand(actor, queue.brandId) && reaches(actor, 'teams.configure', [queue.teamId]),
  /** Nobody's skills are looked at in secret: one's own, and a leader's own team. */
  readSkills: (actor: Actor, teammate: { id: string; teamIds: readonly string[] }): boolean =>
    teammate.id === actor.id || reaches(actor, 'teams.configure', teammate.teamIds),
};

/** The SQL twin of `readQueue`, over the columns brand_id and team_id. */
export function visibleQueues(actor: Actor): RawBuilder<boolean> {
  if (scopeOf(actor, 'conversations.read') === null) return sql<boolean>`false`;
  const brand =
    actor.brandIds === 'all' ? sql<boolean>`true` : sql<boolean>`brand_id = any(${[...actor.brandIds]}::uuid[])`;
  if (isWide(actor, 'conversations.read')) return brand;
  return sql<boolean>`${brand} and team_id = any(${[...actor.teamIds]}::uuid[])`;
}

/** The SQL twin of `readTeam`, over the column id. */
export function visibleTeams(actor: Actor): RawBuilder<boolean> {
  if (scopeOf(actor, 'teams.read') === null) return sql<boolean>`false`;
  return isWide(actor, 'teams.read') ? sql<boolean>`true` : sql<boolean>`id = any(${[...actor.teamIds]}::uuid[])`;
}

function isWide(actor: Actor, permission: string): boolean {
  const scope = scopeOf(actor, permission);
  return scope === 'all' || scope === 'brand';
}

function reaches(actor: Actor, permission: string, teamIds: readonly string[]): boolean {
  const scope = scopeOf(actor, permission);
  if (scope === null) return false;
  return isWide(actor, permission) || teamIds.some((id) => actor.teamIds.has(id));
}
