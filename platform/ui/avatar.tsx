import type { CSSProperties, ReactElement } from 'react';
import { hueOf, initialsOf } from './hue.ts';

/** What somebody is doing now, shown as a dot on their picture; the words stand beside it for those who cannot see it. */
export type PresenceTone = 'free' | 'busy' | 'away';

const presenceColour: Record<PresenceTone, string> = { free: 'bg-success', busy: 'bg-accent', away: 'bg-other' };

/** Initials in the person's own hue. Decorative where the name stands beside it, so hidden from assistive technology. */
export function Avatar(props: {
  readonly name: string;
  readonly sizePx?: number;
  readonly presence?: PresenceTone | undefined;
}): ReactElement {
  const style = { '--z': `${props.sizePx ?? 28}px`, '--h': hueOf(props.name) } as CSSProperties;
  return (
    <span className="av" style={style} title={props.name} aria-hidden="true">
      {initialsOf(props.name)}
      {props.presence && (
        <span
          className={`absolute -end-px -bottom-px size-2.5 rounded-full border-2 border-surface ${presenceColour[props.presence]}`}
        />
      )}
    </span>
  );
}
