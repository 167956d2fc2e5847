import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button, Dialog, ErrorNote, Field, newId, SelectField, TextField, useAct, useWords } from '#platform/ui';
import { addMacro, changeMacro, listMacros, type MacroAction, type MacroView } from '../contract.ts';
import { ActionList } from './action-list.tsx';
import { useChoices } from './use-choices.ts';
import { macroWords } from './words.ts';

const visibilities = ['mine', 'team', 'brand', 'all'] as const;
const variables = [
  'customer.firstName',
  'customer.name',
  'customer.address',
  'agent.name',
  'agent.firstName',
  'brand.name',
  'number',
  'subject',
  'queue',
  'due',
];
/** No brand chosen. */
const everyBrand = '';

/** Make or change a macro: its words, for whom, and what it does. */
export function MacroForm(props: {
  readonly macro: MacroView | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(macroWords);
  const client = useQueryClient();
  const choices = useChoices();
  const form = useId();
  const { macro } = props;
  const [id] = useState(() => macro?.id ?? newId());
  const [name, setName] = useState(macro?.name ?? '');
  const [text, setText] = useState(macro?.text ?? '');
  const [visibility, setVisibility] = useState(macro?.visibility ?? 'mine');
  const [teamId, setTeamId] = useState(macro?.teamId ?? '');
  const [brandId, setBrandId] = useState(macro?.brandId ?? everyBrand);
  const [actions, setActions] = useState<readonly MacroAction[]>(macro?.actions ?? []);
  const add = useAct(addMacro);
  const change = useAct(changeMacro);
  const problem = (add.error ?? change.error)?.problem;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = {
      name,
      text,
      actions: [...actions],
      visibility,
      teamId: visibility === 'team' ? teamId || (choices.teams[0]?.id ?? null) : null,
      brandId: brandId || (visibility === 'brand' ? (choices.brands[0]?.id ?? null) : null),
    };
    const onSuccess = (): void => {
      void client.invalidateQueries({ queryKey: [listMacros.path] });
      props.onClose();
    };
    if (macro) change.mutate({ params: { id }, body }, { onSuccess });
    else add.mutate({ body: { id, ...body } }, { onSuccess });
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={macro ? `${t('edit')}: ${macro.name}` : t('new')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={name.trim() === '' || add.isPending || change.isPending}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label={t('name')}
          autoFocus
          required
          dir="auto"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('text')}
          hint={t('textHint', { list: variables.map((one) => `{${one}}`).join(' ') })}
          rows={5}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="grid grid-cols-3 gap-3 max-phone:grid-cols-1">
          <SelectField
            label={t('forWhom')}
            value={visibility}
            options={visibilities.map((one) => ({ id: one, label: t(one) }))}
            onChoose={setVisibility}
          />
          {visibility === 'team' && (
            <SelectField
              label={t('whichTeam')}
              value={teamId || (choices.teams[0]?.id ?? '')}
              options={choices.teams.map((team) => ({ id: String(team.id), label: team.name }))}
              onChoose={setTeamId}
            />
          )}
          {(choices.brands.length > 1 || visibility === 'brand') && (
            <SelectField
              label={t('whichBrand')}
              value={brandId || (visibility === 'brand' ? (choices.brands[0]?.id ?? '') : everyBrand)}
              options={[
                ...(visibility === 'brand' ? [] : [{ id: everyBrand, label: t('everyBrand') }]),
                ...choices.brands.map((brand) => ({ id: String(brand.id), label: brand.name })),
              ]}
              onChoose={setBrandId}
            />
          )}
        </div>
        <ActionList actions={actions} onChange={setActions} />
        {problem && <ErrorNote title={problem.title} detail={problem.detail ?? problem.help} />}
      </form>
    </Dialog>
  );
}
