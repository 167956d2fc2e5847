import { Handshake } from 'lucide-react';
import type { ReactElement } from 'react';

/** A promise with its time, under the header of a conversation; the line drains towards the moment (R22). */
export function PromiseStrip(props: {
  readonly title: string;
  readonly text: string;
  readonly left: string;
  readonly spentShare: number;
}): ReactElement {
  return (
    <div
      role="note"
      className="relative flex h-8 flex-none items-center gap-2 border-b border-[color-mix(in_srgb,var(--accent)_22%,transparent)] bg-accent-soft px-[18px] text-xs text-accent-text max-phone:px-3.5"
    >
      <span
        className="absolute start-0 -bottom-px h-0.5 bg-accent"
        style={{ width: `${Math.round(props.spentShare * 100)}%` }}
      />
      <Handshake className="size-3.5" />
      <b className="whitespace-nowrap">
        <bdi>{props.title}</bdi>
      </b>
      {/* cut off where its own writing ends */}
      <span dir="auto" className="min-w-0 truncate">
        {props.text}
      </span>
      <span className="flex-1" />
      <b className="whitespace-nowrap tabular-nums">
        <bdi>{props.left}</bdi>
      </b>
    </div>
  );
}
