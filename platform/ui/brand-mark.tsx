import type { ReactElement } from 'react';
import { cx } from './cx.ts';

/** For whom somebody answers: the brand's sign in its own hue, and its name. Seen only where there is more than one. */
export function BrandMark(props: {
  readonly name: string;
  readonly hue: number;
  /** In a frame of its own, as in the header of a conversation. */
  readonly framed?: boolean;
}): ReactElement {
  return (
    <span
      title={props.name}
      className={cx(
        'inline-flex min-w-0 items-center gap-[5px] text-2xs leading-4 font-semibold text-text-2',
        props.framed && 'h-5 flex-none rounded-md ps-[3px] pe-2 text-xs inset-ring inset-ring-line-2',
      )}
    >
      <BrandSign name={props.name} hue={props.hue} />
      <bdi className="truncate">{props.name}</bdi>
    </span>
  );
}

/** The sign alone, where the name stands beside it anyway. */
export function BrandSign(props: { readonly name: string; readonly hue: number }): ReactElement {
  return (
    <span
      aria-hidden="true"
      className="block size-[15px] flex-none rounded-sm text-center text-[10px] leading-[15px] font-bold text-white"
      style={{ backgroundColor: `oklch(0.42 0.08 ${props.hue})` }}
    >
      {[...props.name][0]?.toUpperCase()}
    </span>
  );
}
