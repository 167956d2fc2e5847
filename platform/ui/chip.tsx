import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

/** Each tone has one meaning (see tokens.css): brand = ours, warn = somebody waits, note = internal, ai = a model wrote it. */
export type Tone = 'plain' | 'brand' | 'warn' | 'bad' | 'ok' | 'info' | 'ai' | 'note' | 'outline';

const tones: Record<Tone, string> = {
  plain: 'bg-surface-3 text-text-2',
  brand: 'bg-brand-soft text-brand-text',
  warn: 'bg-warn-soft text-warn-text',
  bad: 'bg-danger-soft text-danger-text',
  ok: 'bg-success-soft text-success-text',
  info: 'bg-info-soft text-info-text',
  ai: 'bg-ai-soft text-ai-text',
  note: 'bg-note-soft text-note-text',
  outline: 'bg-transparent text-text-2 inset-ring inset-ring-line-2',
};

/** A small fact in a word or two. */
export function Chip(props: {
  readonly tone?: Tone | undefined;
  readonly square?: boolean | undefined;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span
      className={cx(
        'inline-flex h-5 items-center gap-1 px-[7px] text-xs font-control whitespace-nowrap [&_.lucide]:size-3 [&_.lucide]:stroke-2',
        props.square ? 'rounded-[5px]' : 'rounded-full',
        tones[props.tone ?? 'plain'],
      )}
    >
      {props.children}
    </span>
  );
}

export type DotTone = 'none' | 'good' | 'risk' | 'bad' | 'info' | 'ai';
const dots: Record<DotTone, string> = {
  none: 'bg-other',
  good: 'bg-success',
  risk: 'bg-accent',
  bad: 'bg-danger',
  info: 'bg-info',
  ai: 'bg-ai',
};

/** A coloured dot; `label` says the same in words, because colour never stands alone (R35). */
export function Dot(props: { readonly tone: DotTone; readonly label?: string | undefined }): ReactElement {
  const said =
    props.label === undefined
      ? { 'aria-hidden': true }
      : { role: 'img', 'aria-label': props.label, title: props.label };
  return <span className={cx('size-2 flex-none rounded-full', dots[props.tone])} {...said} />;
}
