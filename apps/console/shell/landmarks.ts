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
  (
    next?.querySelector<HTMLElement>('[data-pane-start]') ??
    next?.querySelector<HTMLElement>('a, button, input, textarea, [tabindex="0"]')
  )?.focus();
}
