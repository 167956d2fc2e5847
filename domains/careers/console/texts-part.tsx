import { type FormEvent, type ReactElement, useState } from 'react';
import { AppLink, Button, Chip, Field, SelectField, useGo, useView, useWords } from '#platform/ui';
import { listTexts } from '../contract.ts';
import { careersWords } from './words.ts';

const kinds = ['role', 'skill', 'place', 'question'] as const;

/** Every text by kind, with the languages that are in their own words; and the beginning of a new one. */
export function TextsPart(): ReactElement {
  const t = useWords(careersWords);
  const [kind, setKind] = useState<(typeof kinds)[number]>('role');
  const rows = (useView(listTexts, {}).data?.rows ?? []).filter((row) => row.kind === kind);
  return (
    <section aria-label={t('texts')} className="flex flex-col gap-3">
      <p className="text-text-2">{t('textsLead')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('kind')}
          value={kind}
          options={kinds.map((one) => ({ id: one, label: t(`kind-${one}`) }))}
          onChoose={setKind}
        />
        {(kind === 'role' || kind === 'place') && <NewText kind={kind} />}
      </div>
      <ul className="divide-y divide-line rounded-xl border border-line">
        {rows.map((row) => (
          <li key={row.key} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <AppLink
              href={`/settings/careers/texts/${row.kind}/${row.key}/en`}
              label={row.name}
              current={false}
              className="inline-flex min-h-6 flex-1 items-center font-semibold text-brand-text"
            >
              <bdi>{row.name}</bdi>
            </AppLink>
            {row.written.length > 0 && <Chip tone="brand">{t('yours', { langs: row.written.join(', ') })}</Chip>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A role or place of their own begins with its part of the address, made from its name. */
function NewText(props: { readonly kind: 'role' | 'place' }): ReactElement {
  const t = useWords(careersWords);
  const go = useGo();
  const [key, setKey] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    go(`/settings/careers/texts/${props.kind}/${key}/en`);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field
        label={`${t(props.kind === 'role' ? 'newRole' : 'newPlace')}: ${t('key')}`}
        hint={t('keyHint')}
        required
        dir="ltr"
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        maxLength={80}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Button type="submit" className="mb-5 h-[38px]">
        {t('begin')}
      </Button>
    </form>
  );
}
