import { listBrands } from '#domains/brands/contract';
import { readChoices } from '#domains/careers/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import {
  Button,
  Dialog,
  ErrorNote,
  Field,
  newId,
  SelectField,
  TextField,
  useAct,
  useGo,
  useView,
  useWords,
} from '#platform/ui';
import { addOpening, changeOpening, listOpenings, type OpeningView, readOpening } from '../contract.ts';
import { emptyPay, PayFields, type PayWritten, readPay, writtenPay } from './pay-fields.tsx';
import { hiringWords } from './words.ts';

const wheres = ['on-site', 'hybrid', 'remote'] as const;
const hourKinds = ['full-time', 'part-time', 'temporary'] as const;

interface Written {
  readonly role: string;
  readonly place: string;
  readonly title: string;
  readonly about: string;
  readonly town: string;
  readonly where: (typeof wheres)[number];
  readonly hours: (typeof hourKinds)[number];
  readonly closesOn: string;
  readonly pay: PayWritten;
}

/** Write an opening, or change one: what the site will say, and nothing else. */
export function OpeningForm(props: {
  readonly opening: OpeningView | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(hiringWords);
  const form = useId();
  const { opening } = props;
  const [written, write] = useState<Written>(() => writtenOf(opening));
  const [brandId, setBrandId] = useState('');
  const brands = useView(listBrands, {}, { enabled: opening === undefined }).data?.rows ?? [];
  const chosenBrand = brandId || (brands[0]?.id ?? '');
  const { save, isSaving, problem } = useSave(opening, chosenBrand, props.onClose);
  const [isPayWrong, setPayWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const pay = readPay(written.pay);
    setPayWrong(pay === undefined);
    if (pay === undefined) return;
    save({
      role: written.role,
      place: written.place || null,
      title: written.title.trim(),
      about: written.about.trim(),
      town: written.town.trim() || null,
      where: written.where,
      hours: written.hours,
      closesOn: written.closesOn || null,
      pay,
    });
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={opening ? `${t('edit')}: ${opening.title}` : t('new')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={isSaving}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {brands.length > 1 && (
          <SelectField
            label={t('brand')}
            value={chosenBrand}
            options={brands.map((brand) => ({ id: String(brand.id), label: brand.name }))}
            onChoose={setBrandId}
          />
        )}
        <Terms written={written} onWrite={write} />
        <PayFields written={written.pay} onWrite={(pay) => write({ ...written, pay })} isWrong={isPayWrong} />
        {problem && <ErrorNote title={problem.title} detail={problem.detail ?? problem.help} />}
      </form>
    </Dialog>
  );
}

function Terms(props: { readonly written: Written; readonly onWrite: (written: Written) => void }): ReactElement {
  const t = useWords(hiringWords);
  const { written } = props;
  const choices = useView(readChoices, {}).data;
  const set = (part: Partial<Written>): void => props.onWrite({ ...written, ...part });
  const choosePlace = (place: string): void => {
    const currency = choices?.places.find(({ key }) => key === place)?.currency;
    set({ place, pay: { ...written.pay, currency: written.pay.currency || (currency ?? '') } });
  };
  const named = (rows: readonly { readonly key: string; readonly name: string }[] | undefined) =>
    (rows ?? []).map(({ key, name }) => ({ id: key, label: name }));
  const grid = 'grid grid-cols-2 gap-3 max-phone:grid-cols-1';
  return (
    <>
      <Field
        label={t('jobTitle')}
        required
        dir="auto"
        maxLength={160}
        value={written.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <div className={grid}>
        <SelectField
          label={t('role')}
          value={written.role}
          options={named(choices?.roles)}
          onChoose={(role) => set({ role })}
        />
        <SelectField
          label={t('place')}
          value={written.place}
          options={[{ id: '', label: t('noPlace') }, ...named(choices?.places)]}
          onChoose={choosePlace}
        />
        <SelectField
          label={t('where')}
          value={written.where}
          options={wheres.map((id) => ({ id, label: t(id) }))}
          onChoose={(where) => set({ where })}
        />
        <SelectField
          label={t('hours')}
          value={written.hours}
          options={hourKinds.map((id) => ({ id, label: t(id) }))}
          onChoose={(hours) => set({ hours })}
        />
        <Field
          label={t('town')}
          dir="auto"
          maxLength={120}
          value={written.town}
          onChange={(event) => set({ town: event.target.value })}
        />
        <Field
          label={t('closesOn')}
          type="date"
          value={written.closesOn}
          onChange={(event) => set({ closesOn: event.target.value })}
        />
      </div>
      <TextField
        label={t('about')}
        hint={t('aboutHint')}
        required
        rows={6}
        maxLength={20_000}
        value={written.about}
        onChange={(event) => set({ about: event.target.value })}
      />
    </>
  );
}

function writtenOf(opening: OpeningView | undefined): Written {
  if (!opening)
    return {
      role: 'customer-service-specialist',
      place: '',
      title: '',
      about: '',
      town: '',
      where: 'on-site',
      hours: 'full-time',
      closesOn: '',
      pay: emptyPay,
    };
  const { role, title, about, where, hours } = opening;
  return {
    role,
    title,
    about,
    where,
    hours,
    place: opening.place ?? '',
    town: opening.town ?? '',
    closesOn: opening.closesOn ?? '',
    pay: writtenPay(opening.pay),
  };
}

type Saved = Omit<OpeningView, 'id' | 'brandId' | 'state' | 'openedAt' | 'applied'>;

/** Saves a new one or a changed one; a new one is then opened beside its empty board. */
function useSave(opening: OpeningView | undefined, brandId: string, onClose: () => void) {
  const client = useQueryClient();
  const go = useGo();
  const [id] = useState(() => opening?.id ?? newId());
  const add = useAct(addOpening);
  const change = useAct(changeOpening);
  const save = (body: Saved): void => {
    const onSuccess = (): void => {
      void client.invalidateQueries({ queryKey: [listOpenings.path] });
      void client.invalidateQueries({ queryKey: [readOpening.path] });
      onClose();
      if (!opening) go(`/hiring/${id}`);
    };
    if (opening) change.mutate({ params: { id: id as never }, body }, { onSuccess });
    else add.mutate({ body: { id, brandId, ...body } }, { onSuccess });
  };
  return {
    save,
    isSaving: add.isPending || change.isPending || (!opening && brandId === ''),
    problem: (add.error ?? change.error)?.problem,
  };
}
