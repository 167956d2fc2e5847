import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, cx, useWords } from '#platform/ui';
import type { Choice } from './use-view-choices.ts';
import { viewWords } from './words.ts';

/** How a field of a condition looks. */
export const fieldLook =
  'h-8 min-w-0 rounded-md border border-line-control bg-surface px-2 text-sm text-text max-phone:h-11 max-phone:text-md';

/** A value by its name, and a way to take it out. */
export function Chosen(props: { readonly name: string; readonly onRemove: () => void }): ReactElement {
  const t = useWords(viewWords);
  return (
    <Button size="xs" aria-label={t('removeValue', { name: props.name })} onClick={props.onRemove}>
      <bdi>{props.name}</bdi>
      <X className="size-3" />
    </Button>
  );
}

/** One more of those on offer. */
export function AddValue(props: {
  readonly offered: readonly Choice[];
  readonly onAdd: (id: string) => void;
}): ReactElement | null {
  const t = useWords(viewWords);
  if (props.offered.length === 0) return null;
  return (
    <select
      aria-label={t('addValue')}
      className={cx(fieldLook, 'max-w-40')}
      value=""
      onChange={(event) => props.onAdd(event.target.value)}
    >
      <option value="" disabled>
        {t('addValue')}
      </option>
      {props.offered.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
