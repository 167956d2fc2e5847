import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from 'react';
import { X } from 'lucide-react';
import { Kbd } from './kbd.tsx';

export interface ToastProps {
  readonly icon: ReactElement;
  readonly text: ReactNode;
  /** How long it stays; errors have none and stay until dismissed (R13). */
  readonly stayMs?: number | undefined;
  readonly action?: { readonly label: string; readonly keys: string; readonly run: () => void } | undefined;
  readonly dismissLabel: string;
  readonly onGone: () => void;
}

/**
 * What just happened, with one way back. The bar drains, and waits while the pointer or the focus is on it; the text
 * is in a `status` region and the button outside of it, so that it is read once and can be reached.
 */
export function Toast(props: ToastProps): ReactElement {
  const [paused, setPaused] = useState(false);
  const gone = useRef(props.onGone);
  useLayoutEffect(() => {
    gone.current = props.onGone;
  });
  const left = useRef(props.stayMs ?? Number.POSITIVE_INFINITY);

  useEffect(() => {
    if (paused || !Number.isFinite(left.current)) return undefined;
    const startedAt = performance.now();
    const timer = setTimeout(() => gone.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - startedAt;
    };
  }, [paused]);

  const wait = {
    onPointerEnter: () => setPaused(true),
    onPointerLeave: () => setPaused(false),
    onFocus: () => setPaused(true),
    onBlur: () => setPaused(false),
  };
  return (
    <div
      {...wait}
      className="flex max-w-full flex-wrap items-center gap-x-3 gap-y-1.5 rounded-[10px] bg-[#10231d] py-2.5 ps-3.5 pe-2.5 text-md text-white shadow-3 max-phone:w-full dark:inset-ring dark:inset-ring-line-2 [&>.lucide]:size-3.5"
    >
      {props.icon}
      <span role="status" className="min-w-0 max-w-[calc(100%-26px)]">
        {props.text}
      </span>
      {props.stayMs !== undefined && (
        <span className="h-[3px] w-[60px] flex-none overflow-hidden rounded-[2px] bg-white/20" aria-hidden="true">
          <span
            className="drain block h-full w-full bg-rail-mark"
            data-paused={paused}
            style={{ '--drain': `${props.stayMs}ms` } as CSSProperties}
          />
        </span>
      )}
      {props.action && (
        <button
          type="button"
          className="flex h-7 items-center gap-1.5 rounded-[7px] bg-white/14 px-2.5 font-semibold focus-visible:outline-white max-phone:h-10"
          onClick={props.action.run}
        >
          {props.action.label} <Kbd keys={props.action.keys} onFill />
        </button>
      )}
      {props.stayMs === undefined && (
        <button
          type="button"
          aria-label={props.dismissLabel}
          className="grid size-7 place-items-center rounded-[7px] focus-visible:outline-white max-phone:size-10"
          onClick={props.onGone}
        >
          <X className="size-3.5" />
        </button>
      )}
    </div>
  );
}

/**
 * Where toasts stand: over the foot of the queues, never over the field one writes in. A page whose fields begin right
 * beside its queues says so by `data-narrow-foot`, and toasts keep to that width.
 */
export function ToastShelf(props: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="fixed start-[84px] bottom-6 z-70 flex flex-col items-start gap-2 max-phone:inset-x-3 max-phone:start-3 max-phone:bottom-24 [:root:has([data-narrow-foot])_&]:start-[66px] [:root:has([data-narrow-foot])_&]:w-[216px]">
      {props.children}
    </div>
  );
}
