import { type ReactElement, useState } from 'react';
import type { Condition } from '#domains/conversations/contract';
import { listCustomers, listFields, readCustomer } from '#domains/customers/contract';
import { AddValue, ChosenValue, conditionLook, cx, OwnFieldValues, useView, useWords } from '#platform/ui';
import { isFlagField, isTimeField } from './conditions.ts';
import type { Choice, useViewChoices } from './use-view-choices.ts';
import { viewWords } from './words.ts';

interface ValueProps {
  readonly condition: Condition;
  readonly choices: ReturnType<typeof useViewChoices>;
  readonly onChange: (condition: Condition) => void;
}

/** What a condition compares with: picked by name, never typed as an id. */
export function ValueFields(props: ValueProps): ReactElement | null {
  const { condition } = props;
  if (condition.field === 'text') return <TextValue {...props} condition={condition} />;
  if (isFlagField(condition.field)) return <FlagValue {...props} />;
  if (isTimeField(condition.field)) return <TimeValue {...props} />;
  if (condition.field === 'custom') return <OwnField {...props} condition={condition} />;
  if (condition.field === 'customer') return <CustomerValues {...props} />;
  return <ListValues {...props} offered={props.choices.of(condition.field)} />;
}

/** One of the workspace's own fields of conversations that are still in use. */
function OwnField(props: ValueProps & { readonly condition: Extract<Condition, { field: 'custom' }> }): ReactElement {
  const { condition } = props;
  const all = useView(listFields, {}).data?.rows ?? [];
  return (
    <OwnFieldValues
      all={all.filter(({ kind, archivedAt }) => kind === 'conversation' && !archivedAt)}
      asked={condition}
      onChange={(asked) => props.onChange({ ...condition, ...asked })}
    />
  );
}

function TextValue(props: ValueProps & { readonly condition: Extract<Condition, { field: 'text' }> }): ReactElement {
  const t = useWords(viewWords);
  return (
    <input
      aria-label={t('value')}
      dir="auto"
      placeholder={t('textHint')}
      maxLength={100}
      className={cx(conditionLook, 'flex-1')}
      value={props.condition.text}
      onChange={(event) => props.onChange({ ...props.condition, text: event.target.value })}
    />
  );
}

function FlagValue(props: ValueProps): ReactElement {
  const t = useWords(viewWords);
  const isYes = 'yes' in props.condition && props.condition.yes;
  return (
    <select
      aria-label={t('value')}
      className={conditionLook}
      value={String(isYes)}
      onChange={(event) => props.onChange({ ...props.condition, yes: event.target.value === 'true' } as Condition)}
    >
      <option value="true">{t('yes')}</option>
      <option value="false">{t('no')}</option>
    </select>
  );
}

const units = { minutes: 1, hours: 60, days: 1_440 } as const;
const mostMinutes = 5_256_000;

function TimeValue(props: ValueProps): ReactElement | null {
  const t = useWords(viewWords);
  const condition = props.condition as { readonly at?: string; readonly minutes?: number };
  const minutes = condition.minutes ?? 1;
  const [unit, setUnit] = useState<keyof typeof units>(unitOf(minutes));
  const set = (more: object): void => props.onChange({ ...props.condition, ...more } as Condition);
  if (condition.at !== undefined)
    return (
      <input
        type="date"
        aria-label={t('date')}
        className={conditionLook}
        value={dayOf(condition.at)}
        onChange={(event) => event.target.value && set({ at: new Date(`${event.target.value}T00:00`).toISOString() })}
      />
    );
  if (condition.minutes === undefined) return null;
  const say = (count: number, of: keyof typeof units): void =>
    set({ minutes: Math.max(1, Math.min(mostMinutes, Math.round(count * units[of]))) });
  const count = Math.max(1, Math.round(minutes / units[unit]));
  return (
    <>
      <input
        type="number"
        min={1}
        aria-label={t('amount')}
        className={cx(conditionLook, 'w-20')}
        value={count}
        onChange={(event) => say(Number(event.target.value), unit)}
      />
      <select
        aria-label={t('unit')}
        className={conditionLook}
        value={unit}
        onChange={(event) => {
          const next = event.target.value as keyof typeof units;
          setUnit(next);
          say(count, next);
        }}
      >
        {(['minutes', 'hours', 'days'] as const).map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </>
  );
}

function unitOf(minutes: number): keyof typeof units {
  if (minutes % units.days === 0) return 'days';
  return minutes % units.hours === 0 ? 'hours' : 'minutes';
}

/** The day of a moment where the reader is, as a date field wants it. */
function dayOf(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function ListValues(props: ValueProps & { readonly offered: readonly Choice[] }): ReactElement {
  const t = useWords(viewWords);
  const condition = props.condition as Extract<Condition, { values: unknown }>;
  const isNumber = condition.field === 'priority';
  const values = condition.values.map(String);
  const set = (next: readonly string[]): void =>
    props.onChange({ ...condition, values: isNumber ? next.map(Number) : next } as Condition);
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-phone:order-last max-phone:basis-full">
      {values.map((value) => (
        <ChosenValue
          key={value}
          name={props.offered.find(({ id }) => id === value)?.name ?? t('gone')}
          onRemove={() => set(values.filter((one) => one !== value))}
        />
      ))}
      <AddValue offered={props.offered.filter(({ id }) => !values.includes(id))} onAdd={(id) => set([...values, id])} />
    </span>
  );
}

function CustomerValues(props: ValueProps): ReactElement {
  const t = useWords(viewWords);
  const condition = props.condition as Extract<Condition, { values: unknown }>;
  const values = condition.values.map(String);
  const [text, setText] = useState('');
  const isTyped = text.trim().length > 1;
  const found =
    useView(listCustomers, { query: { text: text.trim(), limit: 10 } }, { enabled: isTyped }).data?.rows ?? [];
  const set = (next: readonly string[]): void => props.onChange({ ...condition, values: next } as Condition);
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-phone:order-last max-phone:basis-full">
      {values.map((value) => (
        <Customer key={value} id={value} onRemove={() => set(values.filter((one) => one !== value))} />
      ))}
      <input
        aria-label={t('findCustomer')}
        placeholder={t('findCustomer')}
        className={cx(conditionLook, 'flex-1')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {isTyped && (
        <AddValue
          offered={found.map(({ id, name }) => ({ id: String(id), name })).filter(({ id }) => !values.includes(id))}
          onAdd={(id) => {
            set([...values, id]);
            setText('');
          }}
        />
      )}
    </span>
  );
}

function Customer(props: { readonly id: string; readonly onRemove: () => void }): ReactElement {
  const t = useWords(viewWords);
  const name = useView(readCustomer, { params: { id: props.id } } as never).data?.name;
  return <ChosenValue name={name ?? t('gone')} onRemove={props.onRemove} />;
}
