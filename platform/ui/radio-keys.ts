import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The keys of a radio group of buttons: arrows go round it and choose, as in the browser's own. */
export function radioKeys(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
  const at = radios.findIndex((radio) => radio === document.activeElement);
  if (at === -1) return;
  const isMirrored = /Left|Right/u.test(event.key) && getComputedStyle(event.currentTarget).direction === 'rtl';
  const turned = isMirrored ? -step : step;
  event.preventDefault();
  event.stopPropagation();
  const next = radios[(at + turned + radios.length) % radios.length];
  next?.focus();
  next?.click();
}

/** One tab stop a group: what is chosen, or the first of it. */
export function radioTabIndex(isChosen: boolean, isFirst: boolean, isAnyChosen: boolean): 0 | -1 {
  return isChosen || (isFirst && !isAnyChosen) ? 0 : -1;
}
