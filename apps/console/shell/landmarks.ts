/** The panes in the order F6 goes through them (R6). */
const order = ['rail', 'queues', 'list', 'thread', 'composer', 'panel'] as const;

/** Moves the focus to the next pane on the screen, or back; one that is not shown, or holds nothing to stand on, is passed over. */
export function focusPane(step: 1 | -1): void {
  const panes = order.flatMap((name) => {
    const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
    const start = pane?.checkVisibility() ? startOf(pane) : undefined;
    return pane && start ? [{ pane, start }] : [];
  });
  // The composer lies within the thread, so the innermost pane that holds the focus is the one we are in.
  const at = panes.findLastIndex(({ pane }) => pane.contains(document.activeElement));
  // From outside of all, back begins with the last.
  const from = at === -1 && step === -1 ? 0 : at;
  panes[(from + step + panes.length) % Math.max(1, panes.length)]?.start.focus();
}

/** Its own mark, not that of a pane within it. What only a phone shows stands in the page too, and cannot take the focus. */
function startOf(pane: HTMLElement): HTMLElement | undefined {
  const within = [
    ...pane.querySelectorAll<HTMLElement>('a, button:enabled, input:enabled, textarea:enabled, [tabindex="0"]'),
  ];
  const marked = [...pane.querySelectorAll<HTMLElement>('[data-pane-start]')];
  return (
    marked.find((element) => element.closest('[data-pane]') === pane) ??
    within.find((element) => element.checkVisibility())
  );
}
