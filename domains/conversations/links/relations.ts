import type { LinkRelation } from '../contract.ts';

/** A link as it is stored: one row, read from both sides. */
export interface StoredLink {
  readonly from_id: string;
  readonly to_id: string;
  readonly type: string;
}

/** How a part is stored: from it to its whole. */
export const partType = 'belongs-to';

/** Stored type → what the first is to the second, and the second to the first. */
const bothWays: Readonly<Record<string, readonly [LinkRelation, LinkRelation]>> = {
  duplicates: ['duplicates', 'duplicated-by'],
  [partType]: ['part-of', 'has-part'],
  causes: ['causes', 'caused-by'],
  follows: ['follows', 'followed-by'],
  blocks: ['blocks', 'blocked-by'],
  'relates-to': ['relates-to', 'relates-to'],
};

/** What the other one is to this one. */
export function inverse(relation: LinkRelation): LinkRelation {
  for (const [one, other] of Object.values(bothWays)) {
    if (one === relation) return other;
    if (other === relation) return one;
  }
  return relation;
}

/** How a relation of `id` to `otherId` is stored; one that reads the same from both sides begins at the smaller id. */
export function stored(id: string, otherId: string, relation: LinkRelation): StoredLink {
  for (const [type, [one, other]] of Object.entries(bothWays)) {
    if (relation !== one && relation !== other) continue;
    const isForward = one === other ? id < otherId : relation === one;
    return { type, from_id: isForward ? id : otherId, to_id: isForward ? otherId : id };
  }
  throw new Error(`No link is stored as ${relation}.`);
}

/** What a stored link says of one of its two sides. */
export function relationOf(link: StoredLink, isFrom: boolean): LinkRelation {
  const [one, other] = bothWays[link.type] ?? (['relates-to', 'relates-to'] as const);
  return isFrom ? one : other;
}
