import { Plus, X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Chip, Field, SelectField, useWords } from '#platform/ui';
import type { MacroAction } from '../contract.ts';
import { sayAction } from './say-action.ts';
import { useChoices } from './use-choices.ts';
import { macroWords } from './words.ts';

const kinds = [
  'status',
  'assign',
  'queue',
  'tag',
  'reason',
  'priority',
  'snooze',
  'promise',
  'note',
  'checklist',
  'close',
] as const;
type Kind = (typeof kinds)[number];

const minutesOfHour = 60;

/** What a macro does, in its order: each can be taken out, and one more added. */
export function ActionList(props: {
  readonly actions: readonly MacroAction[];
  readonly onChange: (actions: readonly MacroAction[]) => void;
}): ReactElement {
  const t = useWords(macroWords);
  const choices = useChoices();
  const { actions, onChange } = props;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-xs font-semibold text-text-2">{t('actions')}</legend>
      {actions.length === 0 && <p className="text-text-3">{t('noActions')}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {actions.map((action, index) => {
          const said = sayAction(action, choices.nameOf(action), t);
          return (
            // Acts keep their places.
            <li key={index} className="flex items-center gap-1">
              <Chip tone="brand" square>
                <bdi>{said}</bdi>
              </Chip>
              <Button
                look="ghost"
                size="xs"
                square
                aria-label={t('remove', { what: said })}
                onClick={() => onChange(actions.filter((_, other) => other !== index))}
              >
                <X className="size-3" />
              </Button>
            </li>
          );
        })}
      </ul>
      <NewAction onAdd={(action) => onChange([...actions, action])} />
    </fieldset>
  );
}

function NewAction(props: { readonly onAdd: (action: MacroAction) => void }): ReactElement {
  const t = useWords(macroWords);
  const choices = useChoices();
  const [kind, setKind] = useState<Kind>('status');
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [hours, setHours] = useState('24');
  const options = optionsOf(kind, choices, t);
  const value = options.some((one) => one.id === chosen) ? chosen : (options[0]?.id ?? '');
  const made = actionOf(kind, value, words.trim(), Number(hours) * minutesOfHour);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        label={t('addWhat')}
        value={kind}
        options={kinds.map((one) => ({ id: one, label: t(`do-${one}`) }))}
        onChoose={setKind}
      />
      {options.length > 0 && (
        <SelectField label={t(`do-${kind}`)} value={value} options={options} onChoose={setChosen} />
      )}
      {kind === 'checklist' && options.length === 0 && <p className="text-text-2">{t('noChecklists')}</p>}
      {(kind === 'tag' || kind === 'promise' || kind === 'note') && (
        <Field
          label={t(({ tag: 'do-tag', promise: 'promiseWords', note: 'noteText' } as const)[kind])}
          dir="auto"
          hint={kind === 'tag' ? t('tagsHint') : undefined}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {(kind === 'snooze' || kind === 'promise') && (
        <Field
          label={t('hours')}
          type="number"
          min={1}
          max={2000}
          value={hours}
          onChange={(event) => setHours(event.target.value)}
        />
      )}
      <Button
        disabled={made === undefined}
        onClick={() => {
          if (made) props.onAdd(made);
          setWords('');
        }}
      >
        <Plus className="size-3.5" />
        {t('add')}
      </Button>
    </div>
  );
}

interface Option {
  readonly id: string;
  readonly label: string;
}

function optionsOf(
  kind: Kind,
  choices: ReturnType<typeof useChoices>,
  t: ReturnType<typeof useWords<keyof typeof macroWords.en>>,
): readonly Option[] {
  const named = (rows: readonly { readonly id: string; readonly name: string }[]): readonly Option[] =>
    rows.map((row) => ({ id: row.id, label: row.name }));
  if (kind === 'status') return named(choices.statuses);
  if (kind === 'reason') return named(choices.reasons);
  if (kind === 'queue') return named(choices.queues);
  if (kind === 'checklist') return named(choices.checklists);
  if (kind === 'priority') return ([1, 2, 3, 4] as const).map((one) => ({ id: String(one), label: t(`p${one}`) }));
  if (kind !== 'assign') return [];
  return [{ id: 'me', label: t('me') }, { id: 'nobody', label: t('nobody') }, ...named(choices.people)];
}

/** The act as chosen; undefined while something is missing. */
function actionOf(kind: Kind, id: string, words: string, minutes: number): MacroAction | undefined {
  if (kind === 'close') return { do: 'close' };
  if (kind === 'note') return words === '' ? undefined : { do: 'note', text: words };
  if (kind === 'tag') {
    const names = words.split(',').flatMap((name) => name.trim() || []);
    return names.length === 0 ? undefined : { do: 'tag', names };
  }
  if (kind === 'snooze') return minutes > 0 ? { do: 'snooze', minutes } : undefined;
  if (kind === 'promise') return minutes > 0 && words !== '' ? { do: 'promise', minutes, words } : undefined;
  if (id === '') return undefined;
  if (kind === 'priority') return { do: 'priority', priority: Number(id) };
  if (kind === 'status') return { do: 'status', statusId: id };
  if (kind === 'reason') return { do: 'reason', reasonId: id };
  if (kind === 'queue') return { do: 'queue', queueId: id };
  if (kind === 'checklist') return { do: 'checklist', templateId: id };
  return { do: 'assign', teammateId: id };
}
