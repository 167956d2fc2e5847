import type { ReactElement } from 'react';
import { Button, Field, useNow, useWords } from '#platform/ui';
import { fieldOf, isSameClock, momentOf, nextHourIn } from './both-times.ts';
import { laterWords } from './later-words.ts';

/** A time to choose, said in both sides' hours (R31). */
export function TimeChoice(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name: string;
  readonly zone: string | undefined;
  readonly autoFocus?: boolean;
}): ReactElement {
  const t = useWords(laterWords);
  const now = new Date(useNow());
  const { name, zone, value } = props;
  const at = timeOfField(value);
  const offers = offersAt(now, zone);
  const choose = (chosen: Date): void => props.onChange(fieldOf(chosen));
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={t('when')}
        type="datetime-local"
        autoFocus={props.autoFocus}
        value={value}
        min={fieldOf(now)}
        problem={at && at <= now ? t('past') : undefined}
        hint={hintOf()}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span className="flex flex-wrap gap-1.5">
        {offers.map((offer) => (
          <Button key={offer.id} size="sm" onClick={() => choose(offer.at)}>
            {t(offer.id, { name, when: momentOf(offer.at) })}
          </Button>
        ))}
      </span>
    </div>
  );

  function hintOf(): string {
    if (zone === undefined) return t('unknown', { name });
    if (at === undefined) return '';
    return isSameClock(at, zone) ? t('same', { name }) : t('there', { when: momentOf(at, zone), name });
  }
}

/** What a field of date and time holds; undefined while it is not whole. */
export function timeOfField(value: string): Date | undefined {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? undefined : at;
}

type Offer = { readonly id: 'inAnHour' | 'tomorrow' | 'monday' | 'theirMorning'; readonly at: Date };

const morning = 9;
const monday = 1;

function offersAt(now: Date, zone: string | undefined): readonly Offer[] {
  const day = (ahead: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, morning);
  const theirs = zone === undefined ? undefined : nextHourIn(now, zone);
  return [
    { id: 'inAnHour', at: new Date(now.getTime() + 3_600_000) },
    ...(theirs && zone && !isSameClock(theirs, zone) ? [{ id: 'theirMorning' as const, at: theirs }] : []),
    { id: 'tomorrow', at: day(1) },
    { id: 'monday', at: day((7 + monday - now.getDay()) % 7 || 7) },
  ];
}
