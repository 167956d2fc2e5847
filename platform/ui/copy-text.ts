/**
 * Puts a text on the clipboard; false where the browser does not let us. Without TLS there is no `navigator.clipboard`,
 * and a service tried on a local network has none: then a field nobody sees is copied from.
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    await clipboard?.writeText(text);
    if (clipboard !== undefined) return true;
  } catch {
    // not allowed here: the older way may be
  }
  return copyFromField(text);
}

function copyFromField(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr-only';
  // Within an open dialog nothing outside it takes the focus.
  (document.querySelector('dialog[open], [role="dialog"]') ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
