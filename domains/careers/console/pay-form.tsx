import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button, Dialog, ErrorNote, Field, newId, SelectField, useAct, useView, useWords, viewKey } from '#platform/ui';
import { enterPay, listPay, readChoices } from '../contract.ts';
import { minorOf } from './money.ts';
import { careersWords } from './words.ts';

const periods = ['year', 'month', 'hour'] as const;
const experiences = ['starting', 'experienced'] as const;
const grid = 'grid grid-cols-3 gap-3 max-phone:grid-cols-1';

/** One range of pay with everything that makes it honest; nothing of it may be left out but the link. */
export function PayForm(props: { readonly onClose: () => void }): ReactElement {
  const t = useWords(careersWords);
  const form = useId();
  const client = useQueryClient();
  const choices = useView(readChoices, {}).data;
  const [id] = useState(newId);
  const [written, write] = useState({
    low: '',
    high: '',
    currency: '',
    year: '',
    source: '',
    sourceUrl: '',
    means: '',
  });
  const [role, setRole] = useState('customer-service-specialist');
  const [place, setPlace] = useState('jamaica');
  const [period, setPeriod] = useState<(typeof periods)[number]>('year');
  const [experience, setExperience] = useState<(typeof experiences)[number]>('starting');
  const [isWrong, setWrong] = useState(false);
  const act = useAct(enterPay);
  const currency = (
    written.currency ||
    (choices?.places.find(({ key }) => key === place)?.currency ?? '')
  ).toUpperCase();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [low, high] = [Number(written.low), Number(written.high)];
    const isRight = written.low !== '' && low >= 0 && low <= high && /^[A-Z]{3}$/.test(currency);
    setWrong(!isRight);
    if (!isRight) return;
    const unit = minorOf(currency);
    const { year, source, sourceUrl, means } = written;
    const [lowMinor, highMinor] = [Math.round(low * unit), Math.round(high * unit)];
    const body = { id, role, place, experience, period, currency, lowMinor, highMinor, source, means };
    act.mutate(
      { body: { ...body, year: Number(year), sourceUrl: sourceUrl.trim() || null } },
      {
        onSuccess: (rows) => {
          client.setQueryData(viewKey(listPay), rows);
          props.onClose();
        },
      },
    );
  };
  const field = (name: keyof typeof written, more: Partial<Parameters<typeof Field>[0]> = {}) => (
    <Field
      label={t(({ year: 'yearOf' } as const)[name as 'year'] ?? (name as 'low'))}
      required
      dir="auto"
      value={written[name]}
      onChange={(event) => write({ ...written, [name]: event.target.value })}
      {...more}
    />
  );
  const named = (rows: readonly { readonly key: string; readonly name: string }[] | undefined) =>
    (rows ?? []).map(({ key, name }) => ({ id: key, label: name }));
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={t('enter')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={act.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <div className={grid}>
          <SelectField label={t('role')} value={role} options={named(choices?.roles)} onChoose={setRole} />
          <SelectField label={t('place')} value={place} options={named(choices?.places)} onChoose={setPlace} />
          <SelectField
            label={t('experience')}
            value={experience}
            options={experiences.map((one) => ({ id: one, label: t(one) }))}
            onChoose={setExperience}
          />
        </div>
        <div className="grid grid-cols-4 gap-3 max-phone:grid-cols-2">
          {field('low', { type: 'number', min: 0, step: 'any', problem: isWrong ? t('wrong') : undefined })}
          {field('high', { type: 'number', min: 0, step: 'any' })}
          {field('currency', { value: currency, maxLength: 3, dir: 'ltr' })}
          <SelectField
            label={t('period')}
            value={period}
            options={periods.map((one) => ({ id: one, label: t(one) }))}
            onChoose={setPeriod}
          />
        </div>
        <div className={grid}>
          {field('source', { hint: t('sourceHint'), minLength: 2, maxLength: 200 })}
          {field('year', { type: 'number', min: 1990, max: 2100 })}
          {field('sourceUrl', { type: 'url', required: false, dir: 'ltr', maxLength: 500 })}
        </div>
        {field('means', { hint: t('meansHint'), minLength: 2, maxLength: 200 })}
        {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
      </form>
    </Dialog>
  );
}
