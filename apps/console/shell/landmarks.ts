/** The panes in the order F6 goes through them (R6). */
const order = ['rail', 'queues', 'list', 'thread', 'composer', 'panel'] as const;

/** Moves the focus to the next pane on the screen, or back; a pane that is not shown is passed over. */
export function focusPane(step: 1 | -1): void {
  const panes = order.flatMap((name) => {
    const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
    return pane !== null && pane.offsetParent !== null ? [pane] : [];
  });
  // The composer lies within the thread, so the innermost pane that holds the focus is the one we are in.
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + step + panes.length) % Math.max(1, panes.length)];
  const start = next?.querySelector<HTMLElement>('[data-pane-start]');
  // What only a phone shows stands in the page too, and cannot take the focus.
  const within = [...(next?.querySelectorAll<HTMLElement>('a, button, input, textarea, [tabindex="0"]') ?? [])];
  (start ?? within.find((element) => element.checkVisibility()))?.focus();
}
