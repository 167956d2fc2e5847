import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import { cx } from './cx.ts';

export type ButtonLook = 'plain' | 'primary' | 'ghost' | 'danger' | 'ai';
export type ButtonSize = 'xs' | 'sm' | 'md' | 'lg';

const looks: Record<ButtonLook, string> = {
  plain: 'border-line-2 bg-surface text-text hover:bg-hover',
  primary: 'border-brand bg-brand text-on-brand hover:bg-brand-hover',
  ghost: 'border-transparent bg-transparent text-text-2 hover:bg-hover',
  danger: 'border-danger bg-danger text-surface',
  ai: 'border-ai-line bg-ai-soft text-ai-text',
};
const sizes: Record<ButtonSize, { text: string; square: string }> = {
  // On a phone as large as the others to press; the line it stands in does not grow by that.
  xs: { text: 'h-6 px-2 text-xs max-phone:h-10', square: 'size-6 max-phone:-my-[7px] max-phone:size-10' },
  sm: { text: 'h-7 px-[9px] text-xs max-phone:h-10', square: 'size-7 max-phone:size-10' },
  md: { text: 'h-8 px-3 max-phone:h-10', square: 'size-8 max-phone:size-10' },
  lg: { text: 'h-11 px-[18px] text-body', square: 'size-11' },
};

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook | undefined;
  readonly size?: ButtonSize | undefined;
  /** A square that holds one icon; it must then carry an aria-label. */
  readonly square?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** The one button. Its words are verbs. */
export function Button({ look = 'plain', size = 'md', square, className, type, ...rest }: ButtonProps): ReactElement {
  const shape = square ? cx(sizes[size].square, 'justify-center') : sizes[size].text;
  return (
    <button
      type={type ?? 'button'}
      className={cx(
        'inline-flex flex-none items-center gap-1.5 rounded-md border font-control whitespace-nowrap disabled:opacity-55 aria-disabled:opacity-55',
        looks[look],
        shape,
        className,
      )}
      {...rest}
    />
  );
}
