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
  const list = document.querySelector<HTMLElement>('[data-pane="list"] [role="listbox"]');
  (newest ?? list)?.focus({ preventScroll: true });
}
