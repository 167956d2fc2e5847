/** How long keys are held for a dialog that does not come, and then for its field to take the focus. */
const longestHeldMs = 10_000;
const focusWaitMs = 1_000;
/** Most that is kept of what was typed ahead. */
const mostHeld = 200;
const fields = 'input, textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';

/**
 * Keeps what is typed while a dialog's code is on its way, so that it is neither lost nor taken for shortcuts. The answer
 * lets go of it: once the focus is in the dialog, the words are written into its field; one without a field drops them.
 * A page that is asked for by a key marks its field with `data-typed-ahead`: there an Enter after words is part of them.
 */
export function holdKeys(target: Document): () => void {
  let typed = '';
  let isEntered = false;
  let isCancelled = false;
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    const isCharacter = [...event.key].length === 1;
    if (event.key === 'Backspace') typed = [...typed].slice(0, -1).join('');
    else if (event.key === 'Escape') isCancelled = true;
    else if (isCharacter) typed = (typed + event.key).slice(0, mostHeld);
    // In a dialog Enter means what is offered there, which nobody has seen yet: it is given neither to it nor to the list.
    else if (event.key !== 'Enter') return;
    isEntered = event.key === 'Enter' && typed !== '';
    event.preventDefault();
    event.stopPropagation();
  };
  const stop = (): void => target.removeEventListener('keydown', onKey, true);
  target.addEventListener('keydown', onKey, true);
  const longest = setTimeout(stop, longestHeldMs);

  return () => {
    clearTimeout(longest);
    let isOver = false;
    const settle = (): void => {
      const inHand = target.activeElement;
      if (isOver || !inHand?.closest('[role="dialog"], [role="alertdialog"], [data-typed-ahead]')) return;
      finish();
      // Left by Escape before it was there: it is closed by the same key.
      if (isCancelled) inHand.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      else if (typed !== '' && inHand.matches(fields)) write(inHand, typed);
      // after what hears of the words has drawn them
      if (isEntered && !isCancelled && inHand.matches('[data-typed-ahead]'))
        setTimeout(() => inHand.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    };
    // The focus comes while the dialog is drawn: what is written before that is over would be drawn over.
    const soon = (): void => void setTimeout(settle);
    const finish = (): void => {
      isOver = true;
      clearTimeout(late);
      target.removeEventListener('focusin', soon);
      stop();
    };
    const late = setTimeout(finish, focusWaitMs);
    target.addEventListener('focusin', soon);
    soon();
  };
}

/** As if it were typed now: what listens to the field hears of it. */
function write(field: Element, text: string): void {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const isText = field.selectionStart !== null;
    if (isText) field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    else return;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
  } else field.ownerDocument.execCommand('insertText', false, text);
}
