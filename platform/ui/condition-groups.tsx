import { Plus, X } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { conditionWords } from './condition-words.ts';
import { cx } from './cx.ts';
import { useWords } from './i18n.ts';

/** Most parts of one group, and how deep groups stand in groups, as the servers of all filters take them. */
const mostParts = 20;
const deepest = 3;

/** Conditions joined by "all" or "any". */
export interface ConditionGroup<C> {
  readonly match: 'all' | 'any';
  readonly of: readonly (C | ConditionGroup<C>)[];
}

/** How a field of a condition looks. */
export const conditionLook =
  'h-8 min-w-0 rounded-md border border-line-control bg-surface px-2 text-sm text-text max-phone:h-11 max-phone:text-md';

/** Whether this is a group and not one condition. */
export function isConditionGroup<C extends object>(part: C | ConditionGroup<C>): part is ConditionGroup<C> {
  return 'match' in part;
}

interface GroupsProps<C extends object> {
  readonly group: ConditionGroup<C>;
  readonly depth?: number;
  /** A condition as it begins, so many groups deep. */
  readonly fresh: (depth: number) => C;
  /** What tells one condition of a place from another, and is said of it: its field. */
  readonly nameOf: (condition: C) => string;
  /** What stands in a line between its beginning and the way to take it out. */
  readonly renderLine: (condition: C, onChange: (condition: C) => void) => ReactNode;
  readonly onChange: (group: ConditionGroup<C>) => void;
  readonly onRemove?: () => void;
}

/** Conditions joined by "all" or "any"; a group stands in a group, three deep. */
export function ConditionGroups<C extends object>(props: GroupsProps<C>): ReactElement {
  const t = useWords(conditionWords);
  const { group, depth = 1 } = props;
  const put = (at: number, part: C | ConditionGroup<C>): void =>
    props.onChange({ ...group, of: group.of.with(at, part) });
  const drop = (at: number): void => props.onChange({ ...group, of: group.of.toSpliced(at, 1) });
  const add = (part: C | ConditionGroup<C>): void => props.onChange({ ...group, of: [...group.of, part] });
  return (
    <fieldset
      className={cx('flex min-w-0 flex-col gap-2', depth > 1 && 'rounded-lg border border-line-2 bg-surface-2 p-2.5')}
    >
      <legend className="sr-only">{t('conditions')}</legend>
      <Match
        match={group.match}
        onMatch={(match) => props.onChange({ ...group, match })}
        {...(props.onRemove && { onRemove: props.onRemove })}
      />
      {group.of.length === 0 && depth === 1 && <p className="text-sm text-text-3">{t('noConditions')}</p>}
      {group.of.map((part, at) =>
        isConditionGroup(part) ? (
          // parts have no name but their place
          <ConditionGroups
            key={at}
            {...props}
            group={part}
            depth={depth + 1}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ) : (
          <div key={`${at} ${props.nameOf(part)}`} className="flex min-w-0 flex-wrap items-center gap-1.5">
            {props.renderLine(part, (next) => put(at, next))}
            <TakeOut label={t('removeCondition', { field: props.nameOf(part) })} onClick={() => drop(at)} />
          </div>
        ),
      )}
      {group.of.length < mostParts && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => add(props.fresh(depth))}>
            <Plus className="size-3.5" />
            {t('addCondition')}
          </Button>
          {depth < deepest && (
            <Button size="sm" look="ghost" onClick={() => add({ match: 'any', of: [props.fresh(depth + 1)] })}>
              <Plus className="size-3.5" />
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}

function Match(props: {
  readonly match: 'all' | 'any';
  readonly onMatch: (match: 'all' | 'any') => void;
  readonly onRemove?: () => void;
}): ReactElement {
  const t = useWords(conditionWords);
  const name = useId();
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm" role="radiogroup" aria-label={t('match')}>
      {(['all', 'any'] as const).map((match) => (
        <label key={match} className="flex min-h-6 items-center gap-1.5 max-phone:min-h-10">
          <input
            type="radio"
            name={name}
            className="size-4 accent-brand"
            checked={props.match === match}
            onChange={() => props.onMatch(match)}
          />
          {t(match === 'all' ? 'matchAll' : 'matchAny')}
        </label>
      ))}
      {props.onRemove && <TakeOut label={t('removeGroup')} onClick={props.onRemove} />}
    </div>
  );
}

function TakeOut(props: { readonly label: string; readonly onClick: () => void }): ReactElement {
  return (
    <Button look="ghost" size="xs" square className="ms-auto" aria-label={props.label} onClick={props.onClick}>
      <X className="size-3.5" />
    </Button>
  );
}

/** A value by its name, and a way to take it out. */
export function ChosenValue(props: { readonly name: string; readonly onRemove: () => void }): ReactElement {
  const t = useWords(conditionWords);
  return (
    <Button size="xs" aria-label={t('removeValue', { name: props.name })} onClick={props.onRemove}>
      <bdi>{props.name}</bdi>
      <X className="size-3" />
    </Button>
  );
}

/** One more of those on offer. */
export function AddValue(props: {
  readonly offered: readonly { readonly id: string; readonly name: string }[];
  readonly onAdd: (id: string) => void;
}): ReactElement | null {
  const t = useWords(conditionWords);
  if (props.offered.length === 0) return null;
  return (
    <select
      aria-label={t('addValue')}
      className={cx(conditionLook, 'max-w-40')}
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
