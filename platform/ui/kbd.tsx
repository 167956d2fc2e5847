import type { ReactElement } from 'react';
import { cx } from './cx.ts';
import { keyCaps } from './key-caps.ts';

/** A shortcut as key caps, read from the registry's notation (`mod+enter`, `g i`). Hidden from assistive technology: `aria-keyshortcuts` says it. */
export function Kbd(props: {
  readonly keys: string;
  readonly onFill?: boolean | undefined;
  readonly apart?: boolean | undefined;
}): ReactElement {
  const chords = props.keys.split(' ').map((chord) => keyCaps(chord));
  const shown = props.apart ? chords.flat() : [chords.map((caps) => caps.join('')).join(' ')];
  return (
    <bdi dir="ltr" className="inline-flex gap-1" aria-hidden="true">
      {shown.map((cap) => (
        <kbd key={cap} className={cx('kbd', props.onFill && 'on-fill')}>
          {cap}
        </kbd>
      ))}
    </bdi>
  );
}
