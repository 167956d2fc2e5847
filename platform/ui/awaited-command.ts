/** How long the first moment of a page is on a slow machine, and how long a key pressed in it waits for what it asks for. */
const firstMomentMs = 10_000;
const waitMs = 5_000;

let beganAt = 0;
let awaited: { readonly ids: ReadonlySet<string>; readonly until: number } | undefined;

/** Another page is on its way: what offers its commands may come after it. */
export function pageBegan(): void {
  beganAt = performance.now();
}

/** A key of commands that nothing offers yet. In the first moment of a page it waits for the first of them that comes. */
export function awaitCommand(ids: readonly string[], atMs: number): void {
  if (ids.length === 0 || atMs - beganAt > firstMomentMs) return;
  awaited = { ids: new Set(ids), until: atMs + waitMs };
}

/** Something else was pressed: the key before it is not waited for any more. */
export function awaitNothing(): void {
  awaited = undefined;
}

/** Whether a command that is offered now was asked for before it was there; told once. */
export function wasAwaited(id: string): boolean {
  if (awaited === undefined || !awaited.ids.has(id)) return false;
  const isInTime = performance.now() <= awaited.until;
  awaited = undefined;
  return isInTime;
}
