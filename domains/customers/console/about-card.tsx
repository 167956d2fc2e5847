import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import {
  Button,
  ComboField,
  ErrorNote,
  Field,
  KeyValues,
  languageNameOf,
  timeOf,
  useNow,
  useWords,
} from '#platform/ui';
import { changeCustomer, type CustomerView } from '../contract.ts';
import { Card } from './card.tsx';
import { useCustomerAct } from './use-customer-act.ts';
import { customerWords } from './words.ts';

/** Name, place, their clock and their language; changed where they stand. */
export function AboutCard({ customer }: { readonly customer: CustomerView }): ReactElement {
  const t = useWords(customerWords);
  const now = useNow();
  const [isEditing, setEditing] = useState(false);
  const { zone, place, locale } = customer;
  const rows = [
    { key: t('place'), value: place ?? t('unknown') },
    {
      key: t('zone'),
      value: zone === null ? t('unknown') : t('thereNow', { zone, time: timeOf(new Date(now), zone) }),
    },
    { key: t('tags'), value: customer.tags.length > 0 ? customer.tags.join(', ') : t('noTags') },
    { key: t('locale'), value: locale === null ? t('unknown') : languageNameOf(locale) },
  ];
  return (
    <Card
      title={t('about')}
      action={
        customer.can.includes('edit') &&
        !isEditing && (
          <Button size="sm" look="ghost" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {isEditing ? <AboutForm customer={customer} onDone={() => setEditing(false)} /> : <KeyValues rows={rows} />}
    </Card>
  );
}

function AboutForm(props: { readonly customer: CustomerView; readonly onDone: () => void }): ReactElement {
  const t = useWords(customerWords);
  const { customer } = props;
  const [said, say] = useState({
    name: customer.name,
    place: customer.place ?? '',
    zone: customer.zone ?? '',
    locale: customer.locale ?? '',
    tags: customer.tags.join(', '),
  });
  const change = useCustomerAct(changeCustomer, customer.id);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const isZone = said.zone === '' || said.zone === customer.zone || zones.includes(said.zone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isZone) return;
    const body = {
      name: said.name,
      place: said.place || null,
      zone: said.zone || null,
      locale: said.locale || null,
      tags: tagsIn(said.tags),
    };
    change.act({ params: { id: customer.id }, body }, (now) => ({ ...now, ...body }), props.onDone);
  };
  const field = (name: keyof typeof said) => ({
    label: t(name === 'name' ? 'nameField' : name),
    value: said[name],
    dir: 'auto' as const,
    onChange: (event: { readonly target: { readonly value: string } }) => say({ ...said, [name]: event.target.value }),
  });
  return (
    <form onSubmit={submit} className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
      <Field {...field('name')} maxLength={300} autoFocus />
      <Field {...field('place')} maxLength={200} />
      <ComboField
        label={t('zone')}
        value={said.zone}
        offered={zones}
        onText={(zone) => say({ ...said, zone })}
        problem={isZone ? undefined : t('noZone')}
      />
      <Field {...field('locale')} maxLength={35} hint={t('localeHint')} />
      <Field {...field('tags')} maxLength={1000} hint={t('tagsHint')} />
      {change.error && <ErrorNote title={change.error.problem.title} detail={change.error.problem.help} />}
      <div className="col-span-full flex gap-2">
        <Button look="primary" type="submit" disabled={change.isPending || !isZone}>
          {t('save')}
        </Button>
        <Button onClick={props.onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** Tags as they are written, with commas between them; a tag has at most 40 letters. */
function tagsIn(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, 40));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, 50);
}
