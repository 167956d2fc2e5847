import type { ReactElement, CSSProperties } from 'react';
import { cx } from './cx.ts';

export type SlaTone = 'calm' | 'soon' | 'late';

/** Under an hour somebody waits (apricot); under five minutes, or past it, a person must act (brick). */
export function slaToneOf(leftMs: number): SlaTone {
  if (leftMs < 5 * 60_000) return 'late';
  return leftMs < 60 * 60_000 ? 'soon' : 'calm';
}

const colour: Record<SlaTone, string> = { calm: 'text-text-3', soon: 'text-warn-text', late: 'text-danger-text' };

/** Time left as a ring and in words; `said` is the whole sentence for those who cannot see the ring. */
export function SlaRing(props: {
  readonly share: number;
  readonly text: string;
  readonly tone: SlaTone;
  readonly said: string;
}): ReactElement {
  const share = { '--p': `${Math.round(Math.min(1, Math.max(0, props.share)) * 100)}%` } as CSSProperties;
  return (
    <span
      className={cx(
        'inline-flex flex-none items-center gap-1 text-xs font-semibold whitespace-nowrap tabular-nums',
        colour[props.tone],
      )}
      title={props.said}
    >
      <span className="ring" style={share} aria-hidden="true" />
      <bdi>{props.text}</bdi>
      <span className="sr-only">{props.said}</span>
    </span>
  );
}
