/** Most workspaces this process keeps something of; the one asked for longest ago goes first. */
const workspaceLimit = 2_000;
/** Most values of one workspace; beyond it all of them are read anew. */
const valueLimit = 500;

interface OfWorkspace {
  readonly mark: string;
  readonly values: Map<string, { readonly value: unknown }>;
}

/** By workspace, the one asked for last at the end. */
const workspaces = new Map<string, OfWorkspace>();

/** What is kept under a mark; null where nothing is. */
export function findKept(workspaceId: string, mark: string | null, key: string): { readonly value: unknown } | null {
  const found = workspaces.get(workspaceId);
  if (!found || found.mark !== mark) return null;
  workspaces.delete(workspaceId);
  workspaces.set(workspaceId, found);
  return found.values.get(key) ?? null;
}

/** Keeps a value under a mark, in place of what was kept under another one. Where there is no mark nothing is kept. */
export function keep(workspaceId: string, mark: string | null, key: string, value: unknown): void {
  if (mark === null) return;
  const found = workspaces.get(workspaceId);
  const values = found?.mark === mark ? found.values : new Map<string, { readonly value: unknown }>();
  if (values.size >= valueLimit) values.clear();
  values.set(key, { value });
  workspaces.delete(workspaceId);
  workspaces.set(workspaceId, { mark, values });
  const [oldest] = workspaces.keys();
  if (workspaces.size > workspaceLimit && oldest !== undefined) workspaces.delete(oldest);
}
