import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import type { ReactElement } from 'react';

/** One figure: what it is, its value over the period, its goal in words. Good and bad are said, not only coloured (R32). */
export function Kpi(props: {
  readonly title: string;
  readonly value: string;
  readonly unit?: string | undefined;
  readonly goal?: string | undefined;
  readonly met?: boolean | undefined;
  readonly change?: { readonly text: string; readonly up: boolean; readonly good: boolean } | undefined;
  readonly base?: string | undefined;
  readonly onOpen?: (() => void) | undefined;
}): ReactElement {
  const Frame = props.onOpen === undefined ? 'div' : 'button';
  return (
    <Frame
      {...(props.onOpen === undefined ? {} : { type: 'button' as const, onClick: props.onOpen })}
      className="flex min-w-0 flex-col gap-0.5 rounded-lg border border-line bg-surface px-4 pt-[13px] pb-3 text-start"
    >
      <span className="text-xs font-semibold text-text-3">{props.title}</span>
      <span className="text-2xl font-bold tracking-[-0.02em] tabular-nums">
        <bdi>
          {props.value}{' '}
          {props.unit && <small className="text-md font-control tracking-normal text-text-3">{props.unit}</small>}
        </bdi>
      </span>
      <span className="flex items-center gap-1.5 text-xs text-text-3">
        {props.met && <Check className="size-3 stroke-2 text-success-text" />}
        {props.goal && <bdi>{props.goal}</bdi>}
        {props.change && (
          <span
            className={`inline-flex items-center gap-0.5 font-semibold ${props.change.good ? 'text-success-text' : 'text-danger-text'}`}
          >
            {props.change.up ? <ArrowUp className="size-3 stroke-2" /> : <ArrowDown className="size-3 stroke-2" />}
            <bdi>{props.change.text}</bdi>
          </span>
        )}
        {props.base && (
          <span className="ms-auto">
            <bdi>{props.base}</bdi>
          </span>
        )}
      </span>
    </Frame>
  );
}
