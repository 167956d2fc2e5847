import type { ReactElement } from 'react';
import { AddValue, ChosenValue, conditionLook, cx, OwnFieldValues, useView, useWords } from '#platform/ui';
import { consentMedia, consentPurposes, listFields, type SegmentCondition } from '../contract.ts';
import { consentWords } from './consent-words.ts';
import { askedBy, freshOf, isTime, operatorsOf, type SegmentField, segmentFields } from './segment-conditions.ts';
import { segmentWords } from './segment-words.ts';
import type { SegmentChoices } from './use-segment-choices.ts';

type Of<Field extends SegmentField> = Extract<SegmentCondition, { field: Field }>;
type OfTime = Extract<SegmentCondition, { days?: number | undefined }>;
type OfValues = Exclude<Extract<SegmentCondition, { values: string[] }>, { field: 'custom' }>;
interface LineProps<C extends SegmentCondition = SegmentCondition> {
  readonly condition: C;
  readonly choices: SegmentChoices;
  readonly onChange: (condition: SegmentCondition) => void;
}

/** How consent is asked: not whether it is something, but whether they agreed. */
const agreed = { is: 'agreed', 'is-not': 'agreed-not' } as const;

/** One condition: of what, how it is asked, and what it is compared with; picked by name, never typed as an id. */
export function SegmentLine(props: LineProps): ReactElement {
  const t = useWords(segmentWords);
  const { condition, choices } = props;
  const { field } = condition;
  const isConsent = field === 'consent';
  return (
    <>
      <select
        aria-label={t('field')}
        className={cx(conditionLook, 'w-36')}
        value={field}
        onChange={(event) => props.onChange(freshOf(event.target.value as SegmentField))}
      >
        {segmentFields
          .filter((one) => one !== 'brand' || choices.brands.length > 1 || field === 'brand')
          .map((one) => (
            <option key={one} value={one}>
              {t(`f-${one}`)}
            </option>
          ))}
      </select>
      <select
        aria-label={t('operator')}
        className={conditionLook}
        value={condition.op}
        onChange={(event) => props.onChange(askedBy(condition, event.target.value))}
      >
        {operatorsOf(field).map((op) => (
          <option key={op} value={op}>
            {t(isConsent ? agreed[op as 'is'] : (op as 'is'))}
          </option>
        ))}
      </select>
      <Value {...props} />
    </>
  );
}

function Value(props: LineProps): ReactElement | null {
  const { condition } = props;
  if (isTime(condition.field)) return <TimeValue {...props} condition={condition as OfTime} />;
  if (condition.field === 'orders') return <CountValue {...props} condition={condition} />;
  if (condition.field === 'consent') return <ConsentValue {...props} condition={condition} />;
  if (condition.field === 'custom') return <OwnField {...props} condition={condition} />;
  return <ListValue {...props} condition={condition as OfValues} />;
}

/** One of the workspace's own fields of customers that are still in use. */
function OwnField(props: LineProps<Of<'custom'>>): ReactElement {
  const { condition } = props;
  const all = useView(listFields, {}).data?.rows ?? [];
  return (
    <OwnFieldValues
      all={all.filter(({ kind, archivedAt }) => kind === 'customer' && !archivedAt)}
      asked={condition}
      onChange={(asked) => props.onChange({ ...condition, ...asked })}
    />
  );
}

function TimeValue(props: LineProps<OfTime>): ReactElement | null {
  const t = useWords(segmentWords);
  const { condition } = props;
  if (condition.days !== undefined)
    return (
      <NumberField
        label={t('days')}
        least={1}
        most={3650}
        value={condition.days}
        onChange={(days) => props.onChange({ ...condition, days })}
      />
    );
  if (condition.at === undefined) return null;
  return (
    <input
      type="date"
      aria-label={t('date')}
      className={conditionLook}
      value={dayOf(condition.at)}
      onChange={(event) =>
        event.target.value &&
        props.onChange({ ...condition, at: new Date(`${event.target.value}T00:00`).toISOString() })
      }
    />
  );
}

/** The day of a moment where the reader is, as a date field wants it. */
function dayOf(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function CountValue(props: LineProps<Of<'orders'>>): ReactElement {
  const t = useWords(segmentWords);
  const { condition } = props;
  return (
    <NumberField
      label={t('count')}
      least={0}
      most={1_000_000}
      value={condition.count}
      onChange={(count) => props.onChange({ ...condition, count })}
    />
  );
}

function NumberField(props: {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): ReactElement {
  const { least, most } = props;
  return (
    <input
      type="number"
      min={least}
      max={most}
      aria-label={props.label}
      className={cx(conditionLook, 'w-24')}
      value={props.value}
      onChange={(event) =>
        props.onChange(Math.max(least, Math.min(most, Math.round(Number(event.target.value)) || least)))
      }
    />
  );
}

function ConsentValue(props: LineProps<Of<'consent'>>): ReactElement {
  const t = useWords(segmentWords);
  const say = useWords(consentWords);
  const { condition } = props;
  return (
    <>
      <select
        aria-label={t('purpose')}
        className={conditionLook}
        value={condition.purpose}
        onChange={(event) => props.onChange({ ...condition, purpose: event.target.value as 'marketing' })}
      >
        {consentPurposes.map((id) => (
          <option key={id} value={id}>
            {say(`for-${id}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('medium')}
        className={conditionLook}
        value={condition.medium}
        onChange={(event) => props.onChange({ ...condition, medium: event.target.value as 'mail' })}
      >
        {consentMedia.map((id) => (
          <option key={id} value={id}>
            {say(`by-${id}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function ListValue(props: LineProps<OfValues>): ReactElement {
  const t = useWords(segmentWords);
  const { condition } = props;
  const offered = props.choices.of(condition.field);
  const set = (values: string[]): void => props.onChange({ ...condition, values });
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-phone:order-last max-phone:basis-full">
      {condition.values.map((value) => (
        <ChosenValue
          key={value}
          name={offered.find(({ id }) => id === value)?.name ?? t('gone')}
          onRemove={() => set(condition.values.filter((one) => one !== value))}
        />
      ))}
      <AddValue
        offered={offered.filter(({ id }) => !condition.values.includes(id))}
        onAdd={(id) => set([...condition.values, id])}
      />
    </span>
  );
}
