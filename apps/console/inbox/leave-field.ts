/**
 * Leaves a field by Escape for the conversation it answers, so that the next key still has a place: its newest event, from
 * which PageUp reads back, or the list where nothing was said yet (R2, R6).
 */
export function leaveField(field: { blur(): void } | null): void {
  const from = document.activeElement;
  field?.blur();
  let around = from?.parentElement;
  while (around && !around.querySelector('[role="feed"] article')) around = around.parentElement;
  const newest = [...(around?.querySelectorAll<HTMLElement>('[role="feed"] article') ?? [])].at(-1);
  (newest ?? listNow())?.focus({ preventScroll: true });
}

/** Before a conversation goes: whoever stands on an event of it goes to the list, not to the page's body (R6). */
export function leaveFeed(): void {
  if (document.activeElement?.closest('[role="feed"]')) listNow()?.focus({ preventScroll: true });
}

/** The list of the page, or what it says while it is empty. */
export function listNow(): HTMLElement | null {
  const pane = document.querySelector('[data-pane="list"]');
  return (
    pane?.querySelector<HTMLElement>('[role="listbox"]') ?? pane?.querySelector<HTMLElement>('[data-list]') ?? null
  );
}
