import type { KyselyPlugin } from 'kysely';
import type { Tools } from '#platform/domain';

/** Where nobody has a workspace yet: the library of sign-in takes its connection there, and changes by it. */
const nowhere = '00000000-0000-0000-0000-000000000000';
const changes = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode']);
const changesInWords = /\b(insert\s+into|delete\s+from|update\s+\w+\s+(?:\w+\s+)?set|truncate)\b/i;

/** Whether a statement changes something, also within another. */
function changesSomething(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { kind, sqlFragments } = node as { readonly kind?: string; readonly sqlFragments?: readonly string[] };
  if (kind !== undefined && changes.has(kind)) return true;
  if (sqlFragments && changesInWords.test(sqlFragments.join(' '))) return true;
  return Object.values(node).some(changesSomething);
}

const refuseChanges: KyselyPlugin = {
  transformQuery({ node }) {
    if (changesSomething(node)) throw new Error('A read changes something.');
    return node;
  },
  transformResult: async ({ result }) => result,
};

/** The same tools, whose reads fail where they change anything; the library of sign-in, which asks for none, goes on. */
export function readsAlone(tools: Tools): Tools {
  return {
    ...tools,
    read: (who, verb) =>
      tools.read(who, (ctx) =>
        verb(who.workspaceId === nowhere ? ctx : { ...ctx, db: ctx.db.withPlugin(refuseChanges) }),
      ),
  };
}
