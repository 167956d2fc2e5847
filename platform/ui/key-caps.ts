const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent);

const caps: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl ',
  alt: isMac ? '⌥' : 'Alt ',
  shift: '⇧',
  enter: '↵',
  escape: 'Esc',
  tab: '⇥',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  space: 'Space',
};

/** The caps of one shortcut, in the order they are pressed: `mod+enter` → ⌘ ↵, `g i` → G I. */
export function keyCaps(keys: string): readonly string[] {
  return keys.split(' ').flatMap((chord) => {
    const parts = chord === '+' ? ['+'] : chord.split('+').filter((part) => part !== '');
    return parts.map((part) => caps[part] ?? part.toUpperCase());
  });
}

/** The same for `aria-keyshortcuts` (`Meta+Enter`). */
export function ariaKeys(keys: string): string {
  const names: Record<string, string> = {
    mod: isMac ? 'Meta' : 'Control',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Escape',
  };
  return keys
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map((part) => names[part] ?? part.toUpperCase())
        .join('+'),
    )
    .join(' ');
}
