import { useQueryClient } from '@tanstack/react-query';
import { Layers } from 'lucide-react';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { filterOrders } from '#domains/conversations/contract';
import {
  Button,
  CheckField,
  Dialog,
  ErrorNote,
  Field,
  newId,
  SelectField,
  useAct,
  useGo,
  useTell,
  useWords,
} from '#platform/ui';
import { changeView, countViews, listViews, makeView, type SavedView, viewColumns } from '../contract.ts';
import type { Group } from './conditions.ts';
import { codeOf } from './filter-code.ts';
import { GroupBox } from './group-box.tsx';
import { type Audience, audiences, audienceOf, wishOf } from './audience.ts';
import { useHeldCount } from './use-held-count.ts';
import { useViewChoices } from './use-view-choices.ts';
import { viewWords } from './words.ts';

/** What the editor was opened for. */
export interface Edited {
  readonly filter: Group;
  /** Only to look, or to be saved under a name. */
  readonly how: 'look' | 'save';
  /** The saved view that is changed. */
  readonly view?: SavedView;
  readonly name?: string;
  readonly sort?: SavedView['sort'];
}

/** Conditions for the list in sight, or a view with all that belongs to it; how many it holds is counted while one writes. */
export function ViewEditor(props: { readonly edited: Edited; readonly onClose: () => void }): ReactElement {
  const t = useWords(viewWords);
  const go = useGo();
  const form = useId();
  const choices = useViewChoices();
  const { view } = props.edited;
  const [filter, setFilter] = useState(props.edited.filter);
  const [isSaving, setSaving] = useState(props.edited.how === 'save');
  const [draft, setDraft] = useState<Draft>(() => draftOf(props.edited));
  const held = useHeldCount(filter);
  const { save, problem, isPending } = useSave(view, props.onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSaving) return save(draft, filter, choices);
    go(`/inbox/filter-${codeOf(filter)}`);
    return props.onClose();
  };
  const title = view ? t('editView', { name: view.name }) : t(isSaving ? 'newView' : 'filterTitle');
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={title}
      foot={
        <>
          <span role="status" className="me-auto self-center text-sm text-text-2">
            {held.says}
          </span>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          {!isSaving && <Button onClick={() => setSaving(true)}>{t('saveAs')}</Button>}
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={!held.isWhole || isPending || (isSaving && draft.name.trim() === '')}
          >
            {t(isSaving ? 'save' : 'show')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {isSaving && <ViewFields draft={draft} choices={choices} onChange={setDraft} />}
        <GroupBox group={filter} choices={choices} onChange={setFilter} />
        {problem && <ErrorNote title={problem.title} detail={problem.detail ?? problem.help} />}
      </form>
    </Dialog>
  );
}

interface Draft {
  readonly name: string;
  readonly audience: Audience;
  readonly teamId: string;
  readonly brandId: string;
  readonly sort: SavedView['sort'];
  readonly columns: SavedView['columns'];
}

function draftOf({ view, name, sort }: Edited): Draft {
  return {
    name: name ?? view?.name ?? '',
    audience: view ? audienceOf(view) : 'mine',
    teamId: view?.teamId ?? '',
    brandId: view?.brandId ?? '',
    sort: view?.sort ?? sort ?? 'due',
    columns: view?.columns ?? [],
  };
}

function ViewFields(props: {
  readonly draft: Draft;
  readonly choices: ReturnType<typeof useViewChoices>;
  readonly onChange: (draft: Draft) => void;
}): ReactElement {
  const t = useWords(viewWords);
  const { draft, choices } = props;
  const set = (more: Partial<Draft>): void => props.onChange({ ...draft, ...more });
  const offered = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <Field
        label={t('name')}
        autoFocus
        required
        dir="auto"
        maxLength={80}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="grid grid-cols-3 gap-3 max-phone:grid-cols-1">
        <SelectField
          label={t('forWhom')}
          value={draft.audience}
          options={audiences.map((id) => ({ id, label: t(id) }))}
          onChoose={(audience) => set({ audience })}
        />
        {draft.audience === 'team' && (
          <SelectField
            label={t('whichTeam')}
            value={draft.teamId || (choices.teams[0]?.id ?? '')}
            options={offered(choices.teams)}
            onChoose={(teamId) => set({ teamId })}
          />
        )}
        {draft.audience === 'brand' && (
          <SelectField
            label={t('whichBrand')}
            value={draft.brandId || (choices.brands[0]?.id ?? '')}
            options={offered(choices.brands)}
            onChoose={(brandId) => set({ brandId })}
          />
        )}
        <SelectField
          label={t('sort')}
          value={draft.sort}
          options={filterOrders.map((id) => ({ id, label: t(id) }))}
          onChoose={(sort) => set({ sort })}
        />
      </div>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="text-xs font-semibold text-text-2">{t('columns')}</legend>
        <p className="text-xs text-text-3">{t('columnsHint')}</p>
        <div className="grid grid-cols-4 gap-x-3 gap-y-1 text-sm max-phone:grid-cols-2">
          {viewColumns.map((column) => (
            <CheckField
              key={column}
              label={t(`c-${column}`)}
              checked={draft.columns.includes(column)}
              onChange={(isOn) =>
                set({ columns: isOn ? [...draft.columns, column] : draft.columns.filter((one) => one !== column) })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function useSave(view: SavedView | undefined, onClose: () => void) {
  const t = useWords(viewWords);
  const go = useGo();
  const tell = useTell();
  const client = useQueryClient();
  const [id] = useState(() => view?.id ?? newId());
  const make = useAct(makeView);
  const change = useAct(changeView);
  return {
    problem: (make.error ?? change.error)?.problem,
    isPending: make.isPending || change.isPending,
    save: (draft: Draft, filter: Group, choices: ReturnType<typeof useViewChoices>): void => {
      const body = { ...wishOf(draft, choices), filter: filter as SavedView['filter'] };
      const onSuccess = (): void => {
        void client.invalidateQueries({ queryKey: [countViews.path] });
        void client.invalidateQueries({ queryKey: [listViews.path] }).then(() => go(`/inbox/view-${id}`));
        tell({ id, icon: <Layers />, text: t('saved', { name: draft.name }), stayMs: 5_000 });
        onClose();
      };
      if (view) change.mutate({ params: { id }, body }, { onSuccess });
      else make.mutate({ body: { id, ...body } }, { onSuccess });
    },
  };
}
