import type { ReactElement } from 'react';
import { CheckField, Field, SelectField, useWords } from '#platform/ui';
import type { OpeningView } from '../contract.ts';
import { minorOf } from './money.ts';
import { hiringWords } from './words.ts';

type Pay = NonNullable<OpeningView['pay']>;
const periods = ['year', 'month', 'hour'] as const;

/** Pay as it is typed: whole amounts in words of the currency. */
export interface PayWritten {
  readonly isStated: boolean;
  readonly low: string;
  readonly high: string;
  readonly currency: string;
  readonly period: Pay['period'];
  readonly source: string;
}
export const emptyPay: PayWritten = { isStated: false, low: '', high: '', currency: '', period: 'year', source: '' };

/** What is stored, as one types it. */
export function writtenPay(pay: OpeningView['pay']): PayWritten {
  if (!pay) return emptyPay;
  const unit = minorOf(pay.currency);
  return {
    isStated: true,
    low: String(pay.lowMinor / unit),
    high: String(pay.highMinor / unit),
    currency: pay.currency,
    period: pay.period,
    source: pay.source ?? '',
  };
}

/** What was typed, as it is stored: null where none is stated, undefined where it is no range. */
export function readPay(written: PayWritten): Pay | null | undefined {
  if (!written.isStated) return null;
  const currency = written.currency.trim().toUpperCase();
  const [low, high] = [Number(written.low), Number(written.high)];
  const isRange = written.low.trim() !== '' && low >= 0 && low <= high;
  if (!/^[A-Z]{3}$/.test(currency) || !isRange) return undefined;
  const unit = minorOf(currency);
  return {
    lowMinor: Math.round(low * unit),
    highMinor: Math.round(high * unit),
    currency,
    period: written.period,
    source: written.source.trim() || null,
  };
}

/** Pay as the employer states it: a range, its currency and where it comes from; or that none is stated. */
export function PayFields(props: {
  readonly written: PayWritten;
  readonly onWrite: (written: PayWritten) => void;
  readonly isWrong: boolean;
}): ReactElement {
  const t = useWords(hiringWords);
  const { written } = props;
  const set = (part: Partial<PayWritten>): void => props.onWrite({ ...written, ...part });
  const problem = props.isWrong ? t('payWrong') : undefined;
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <legend className="px-1 text-xs font-semibold text-text-2">{t('pay')}</legend>
      <CheckField
        label={t('statesPay')}
        hint={t('statesPayHint')}
        checked={written.isStated}
        onChange={(isStated) => set({ isStated })}
      />
      {written.isStated && (
        <div className="grid grid-cols-4 gap-3 max-phone:grid-cols-2">
          <Field
            label={t('payLow')}
            type="number"
            min={0}
            step="any"
            dir="ltr"
            value={written.low}
            problem={problem}
            onChange={(event) => set({ low: event.target.value })}
          />
          <Field
            label={t('payHigh')}
            type="number"
            min={0}
            step="any"
            dir="ltr"
            value={written.high}
            onChange={(event) => set({ high: event.target.value })}
          />
          <Field
            label={t('currency')}
            maxLength={3}
            dir="ltr"
            value={written.currency}
            onChange={(event) => set({ currency: event.target.value })}
          />
          <SelectField
            label={t('period')}
            value={written.period}
            options={periods.map((id) => ({ id, label: t(id) }))}
            onChoose={(period) => set({ period })}
          />
          <div className="col-span-full">
            <Field
              label={t('paySource')}
              hint={t('paySourceHint')}
              dir="auto"
              maxLength={200}
              value={written.source}
              onChange={(event) => set({ source: event.target.value })}
            />
          </div>
        </div>
      )}
    </fieldset>
  );
}
