import { useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';

/** Bounds of the side panel, in pixels (R29). */
const leastPx = 280;
const mostPx = 420;
const standardPx = 308;
const stepPx = 8;
const storageKey = 'rapport.panel-width';

/** How wide the side panel is on this device, and a way to change it. */
export function usePanelWidth(): readonly [number, (px: number) => void] {
  const [px, setPx] = useState(() => within(Number(localStorage.getItem(storageKey) ?? standardPx)));
  const change = (next: number): void => {
    localStorage.setItem(storageKey, String(within(next)));
    setPx(within(next));
  };
  return [px, change];
}

/** The edge one drags, and its twin for keys: arrows move it, Home and End go to its bounds (2.5.7). */
export function PanelEdge(props: {
  readonly label: string;
  readonly widthPx: number;
  readonly onWidth: (px: number) => void;
}): ReactElement {
  const { widthPx, onWidth } = props;
  const sign = (): number => (document.documentElement.dir === 'rtl' ? -1 : 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next: Record<string, number> = {
      ArrowLeft: widthPx + stepPx * sign(),
      ArrowRight: widthPx - stepPx * sign(),
      Home: leastPx,
      End: mostPx,
    };
    const px = next[event.key];
    if (px === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(px);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const fromX = event.clientX;
    const edge = event.currentTarget;
    edge.setPointerCapture(event.pointerId);
    const onMove = (moved: globalThis.PointerEvent): void => onWidth(widthPx - (moved.clientX - fromX) * sign());
    edge.addEventListener('pointermove', onMove);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', onMove), { once: true });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that takes the focus is a control.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuemin={leastPx}
      aria-valuemax={mostPx}
      aria-valuenow={widthPx}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      className="absolute inset-y-0 -start-1 z-10 w-2 cursor-col-resize touch-none hover:bg-brand-line focus-visible:bg-brand-line max-full:hidden"
    />
  );
}

function within(px: number): number {
  return Number.isFinite(px) ? Math.round(Math.min(mostPx, Math.max(leastPx, px))) : standardPx;
}
