import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ComboField, ErrorNote, Field, languageNameOf, SelectField, useAct, useWords } from '#platform/ui';
import { type BrandView, changeBrand, openBrand } from '../contract.ts';
import { organisationWords } from './organisation-words.ts';

/** Languages that are offered; another one that is set stays. */
const offered = 'en es de fr it pt pt-BR nl sv da nb fi pl cs sk hu ro el uk tr ar he hi id ja ko zh'.split(' ');
/** What a new one begins with: the pine of a fresh install. */
const firstHue = 168;

/** Name, colour, language and zone by which customers know us; without a brand, those of a further one. */
export function BrandForm(props: {
  readonly brand: BrandView | null;
  readonly onSaved: (brand: BrandView) => void;
  readonly onCancel?: () => void;
}): ReactElement {
  const t = useWords(organisationWords);
  const { brand, onSaved } = props;
  const [draft, setDraft] = useState({
    name: brand?.name ?? '',
    hue: brand?.hue ?? firstHue,
    locale: brand?.locale ?? 'en',
    zone: brand?.zone ?? zoneHere(),
  });
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const open = useAct(openBrand);
  const change = useAct(changeBrand);
  const refused = open.error ?? change.error;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (brand === null) open.mutate({ body: draft }, { onSuccess: onSaved });
    else change.mutate({ params: { id: brand.id }, body: draft }, { onSuccess: onSaved });
  };
  const locales = [...new Set([...offered, draft.locale])];
  const named = locales.map((id) => ({ id, label: languageNameOf(id) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <form onSubmit={onSubmit} className="flex max-w-[520px] flex-col gap-3">
      <Field
        label={t('name')}
        required
        maxLength={120}
        autoFocus={brand === null}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <Field
            label={t('hue')}
            hint={t('hueHint')}
            type="range"
            min={0}
            max={359}
            value={draft.hue}
            onChange={(event) => set({ hue: Number(event.target.value) })}
          />
        </div>
        <span
          aria-hidden="true"
          className="mb-6 size-9 shrink-0 rounded-md"
          style={{ backgroundColor: `hsl(${draft.hue} 51% 25%)` }}
        />
      </div>
      <SelectField label={t('language')} value={draft.locale} options={named} onChoose={(locale) => set({ locale })} />
      <p className="text-xs text-text-3">{t('languageHint')}</p>
      <ComboField
        label={t('zone')}
        hint={t('zoneHint')}
        required
        value={draft.zone}
        offered={Intl.supportedValuesOf('timeZone')}
        onText={(zone) => set({ zone })}
      />
      {refused && (
        <ErrorNote
          title={refused.problem.title}
          detail={refused.problem.fields?.[0]?.message ?? refused.problem.help ?? refused.problem.detail}
        />
      )}
      <div className="flex items-center gap-2">
        <Button type="submit" look="primary" disabled={open.isPending || change.isPending}>
          {t(brand === null ? 'add' : 'save')}
        </Button>
        {props.onCancel && (
          <Button look="ghost" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        )}
        <span role="status" className="text-text-3">
          {change.isSuccess && t('saved')}
        </span>
      </div>
    </form>
  );
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
