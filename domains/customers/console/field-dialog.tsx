import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { listBrands } from '#domains/brands/contract';
import {
  Button,
  CheckField,
  Dialog,
  ErrorNote,
  Field,
  newId,
  SelectField,
  TextField,
  useAct,
  useView,
  useWords,
} from '#platform/ui';
import {
  changeField,
  type FieldCondition,
  fieldTypes,
  type FieldType,
  type FieldView,
  listFields,
  makeField,
} from '../contract.ts';
import { ConditionFields } from './field-condition.tsx';
import { fieldSettingWords } from './field-setting-words.ts';

interface DialogProps {
  readonly kind: FieldView['kind'];
  readonly field: FieldView | undefined;
  readonly all: readonly FieldView[];
  readonly onClose: () => void;
}

/** A new field, or another form for one that is there. */
export function FieldDialog(props: DialogProps): ReactElement {
  const t = useWords(fieldSettingWords);
  const form = useId();
  const { field } = props;
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [said, say] = useState(() => formOf(field));
  const { save, error, isPending } = useSaving(props);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (said.name.trim() !== '') save(said);
  };
  const others = props.all.filter((one) => one.kind === props.kind && one.id !== field?.id && one.archivedAt === null);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={field ? t('changeTitle', { name: field.name }) : t('newTitle')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={said.name.trim() === '' || isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label={t('name')}
          autoFocus
          dir="auto"
          maxLength={80}
          value={said.name}
          onChange={(event) => say({ ...said, name: event.target.value })}
        />
        <SelectField
          label={t('type')}
          value={said.type}
          disabled={field !== undefined}
          options={fieldTypes.map((id) => ({ id, label: t(id) }))}
          onChoose={(type) => say({ ...said, type })}
        />
        {field && <p className="-mt-2 text-xs text-text-3">{t('typeStays')}</p>}
        {!field && brands.length > 1 && (
          <SelectField
            label={t('brand')}
            value={said.brandId}
            options={[
              { id: '', label: t('everyBrand') },
              ...brands.map(({ id, name }) => ({ id: String(id), label: name })),
            ]}
            onChoose={(brandId) => say({ ...said, brandId })}
          />
        )}
        {said.type.startsWith('choice') && (
          <TextField
            label={t('choicesField')}
            hint={field ? t('choicesHint') : undefined}
            value={said.choices}
            onChange={(event) => say({ ...said, choices: event.target.value })}
          />
        )}
        {said.type === 'money' && (
          <Field
            label={t('currency')}
            maxLength={3}
            value={said.currency}
            onChange={(event) => say({ ...said, currency: event.target.value.toUpperCase() })}
          />
        )}
        {props.kind === 'conversation' && (
          <CheckField
            label={t('required')}
            checked={said.isRequired}
            onChange={(isRequired) => say({ ...said, isRequired })}
          />
        )}
        <ConditionFields
          label={t('shownWhen')}
          without={t('always')}
          others={others}
          condition={said.shownWhen}
          onChange={(shownWhen) => say({ ...said, shownWhen })}
        />
        {props.kind === 'conversation' && !said.isRequired && (
          <ConditionFields
            label={t('requiredWhen')}
            without={t('never')}
            others={others}
            condition={said.requiredWhen}
            onChange={(requiredWhen) => say({ ...said, requiredWhen })}
          />
        )}
        {error && (
          <ErrorNote
            title={error.problem.title}
            detail={[error.problem.detail, error.problem.help].filter(Boolean).join(' ')}
          />
        )}
      </form>
    </Dialog>
  );
}

interface Said {
  readonly name: string;
  readonly type: FieldType;
  readonly brandId: string;
  readonly choices: string;
  readonly currency: string;
  readonly isRequired: boolean;
  readonly shownWhen: FieldCondition | null;
  readonly requiredWhen: FieldCondition | null;
}

function formOf(field: FieldView | undefined): Said {
  return {
    name: field?.name ?? '',
    type: field?.type ?? 'text',
    brandId: '',
    choices: field?.choices.map(({ name }) => name).join('\n') ?? '',
    currency: field?.currency ?? '',
    isRequired: field?.isRequired ?? false,
    shownWhen: field?.shownWhen ?? null,
    requiredWhen: field?.requiredWhen ?? null,
  };
}

function useSaving({ kind, field, all, onClose }: DialogProps) {
  const client = useQueryClient();
  const make = useAct(makeField);
  const change = useAct(changeField);
  const onSuccess = (): void => {
    void client.invalidateQueries({ queryKey: [listFields.path] });
    onClose();
  };
  const save = (said: Said): void => {
    const body = {
      name: said.name,
      choices: said.type.startsWith('choice') ? choicesOf(said.choices, field) : [],
      currency: said.type === 'money' ? said.currency || null : null,
      isRequired: said.isRequired,
      shownWhen: said.shownWhen,
      requiredWhen: said.isRequired ? null : said.requiredWhen,
      position: field?.position ?? all.length,
    };
    if (field) change.mutate({ params: { id: field.id }, body }, { onSuccess });
    else make.mutate({ body: { ...body, kind, type: said.type, brandId: said.brandId || null } }, { onSuccess });
  };
  return { save, error: make.error ?? change.error, isPending: make.isPending || change.isPending };
}

/** A line that says what a choice said is that choice; one that is new in the place of one that is gone is that one renamed. */
function choicesOf(text: string, field: FieldView | undefined): { id: string; name: string }[] {
  const names = [...new Set(text.split('\n').map((line) => line.trim()))].filter((name) => name !== '');
  const before = field?.choices ?? [];
  const gone = before.filter(({ name }) => !names.includes(name));
  return names.map((name, place) => {
    const same = before.find((choice) => choice.name === name);
    const renamed = gone.find((choice) => before.indexOf(choice) === place);
    return { id: same?.id ?? renamed?.id ?? newId(), name };
  });
}
