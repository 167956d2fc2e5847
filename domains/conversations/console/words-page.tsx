import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { listBrands } from '#domains/brands/contract';
import {
  Button,
  EmptyState,
  ErrorNote,
  Field,
  newId,
  type Refusal,
  SelectField,
  useAct,
  useView,
  useWords,
} from '#platform/ui';
import {
  addReason,
  addStatus,
  changeReason,
  changeStatus,
  changeTag,
  listWords,
  mergeTag,
  statusCategories,
  type StatusCategory,
} from '../contract.ts';
import { ReasonToClose } from './reason-to-close.tsx';
import { settingWords } from './setting-words.ts';
import { WordLine } from './word-line.tsx';

interface Word {
  readonly id: string;
  readonly name: string;
}

/** Settings > Reasons, tags, statuses: the words a workspace gives its work. */
export function WordsPage(): ReactElement {
  const t = useWords(settingWords);
  return (
    <div className="flex flex-col gap-7">
      <h1>{t('title')}</h1>
      <Reasons />
      <Tags />
      <Statuses />
    </div>
  );
}

/** Every list is one fetch; what is changed asks it anew. */
function useChanged() {
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal>();
  return {
    refusal,
    on: {
      onSuccess: (): void => {
        setRefusal(undefined);
        void client.invalidateQueries({ queryKey: [listWords.path] });
      },
      onError: setRefusal,
    },
  };
}

function Reasons(): ReactElement {
  const t = useWords(settingWords);
  const words = useView(listWords, {}).data;
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [chosen, setChosen] = useState('');
  const brandId = chosen || (brands[0]?.id ?? '');
  const [name, setName] = useState('');
  const [parentId, setParent] = useState('');
  const { refusal, on } = useChanged();
  const add = useAct(addReason);
  const change = useAct(changeReason);
  const rows = treeOf((words?.reasons ?? []).filter((one) => one.brandId === brandId));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    add.mutate({ body: { id: newId(), brandId, parentId: parentId || null, name } }, on);
    setName('');
  };
  return (
    <section aria-label={t('reasons')} className="flex flex-col gap-2">
      <h2>{t('reasons')}</h2>
      <p className="text-text-2">{t('reasonsHint')}</p>
      {brands.length > 1 && (
        <SelectField
          label={t('brand')}
          value={brandId}
          options={brands.map((one) => ({ id: String(one.id), label: one.name }))}
          onChoose={setChosen}
        />
      )}
      {rows.length === 0 && <EmptyState title={t('noReasons')}>{t('noReasonsHint')}</EmptyState>}
      <ul>
        {rows.map((row, index) => (
          <WordLine
            key={row.id}
            word={row}
            depth={row.depth}
            onRename={(next) => change.mutate({ params: { id: row.id }, body: { name: next } }, on)}
            onArchive={() => change.mutate({ params: { id: row.id }, body: { name: row.name, archived: true } }, on)}
            onUp={
              index === 0
                ? undefined
                : () => {
                    // the order is written anew from where it is, so that old ties go
                    const order = [
                      ...rows.slice(0, index - 1),
                      row,
                      ...rows.slice(index - 1).filter((one) => one !== row),
                    ];
                    for (const [position, one] of order.entries())
                      change.mutate({ params: { id: one.id }, body: { name: one.name, position } }, on);
                  }
            }
          />
        ))}
      </ul>
      {brandId !== '' && <ReasonToClose brandId={brandId} />}
      {brandId !== '' && (
        <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <Field
            label={t('newReason')}
            dir="auto"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <SelectField
            label={t('below')}
            value={parentId}
            options={[{ id: '', label: t('atTop') }, ...rows.map((one) => ({ id: one.id, label: one.name }))]}
            onChoose={setParent}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            <Plus className="size-3.5" />
            {t('add')}
          </Button>
        </form>
      )}
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
    </section>
  );
}

/** A tree as rows: each below its parent, as deep as it is. */
function treeOf<Row extends Word & { readonly parentId: string | null }>(rows: readonly Row[]) {
  const known = new Set(rows.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): readonly (Row & { readonly depth: number })[] =>
    rows
      .filter((row) => (row.parentId !== null && known.has(row.parentId) ? row.parentId : null) === parentId)
      .flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)]);
  return below(null, 0);
}

function Tags(): ReactElement {
  const t = useWords(settingWords);
  const tags = useView(listWords, {}).data?.tags ?? [];
  const { refusal, on } = useChanged();
  const change = useAct(changeTag);
  const merge = useAct(mergeTag);
  return (
    <section aria-label={t('tags')} className="flex flex-col gap-2">
      <h2>{t('tags')}</h2>
      {tags.length === 0 && <p className="text-text-2">{t('noTags')}</p>}
      <ul>
        {tags.map((tag) => (
          <WordLine
            key={tag.id}
            word={tag}
            onRename={(name) => change.mutate({ params: { id: tag.id }, body: { name } }, on)}
            onArchive={() => change.mutate({ params: { id: tag.id }, body: { name: tag.name, archived: true } }, on)}
            mergeInto={tags.filter((other) => other.id !== tag.id)}
            onMerge={(intoId) => merge.mutate({ params: { id: tag.id }, body: { intoId } }, on)}
          />
        ))}
      </ul>
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
    </section>
  );
}

function Statuses(): ReactElement {
  const t = useWords(settingWords);
  const statuses = useView(listWords, {}).data?.statuses ?? [];
  const { refusal, on } = useChanged();
  const add = useAct(addStatus);
  const change = useAct(changeStatus);
  const [name, setName] = useState('');
  const [category, setCategory] = useState<StatusCategory>('open');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    add.mutate({ body: { id: newId(), name, category } }, on);
    setName('');
  };
  return (
    <section aria-label={t('statuses')} className="flex flex-col gap-2">
      <h2>{t('statuses')}</h2>
      <p className="text-text-2">{t('statusesHint')}</p>
      <ul>
        {statuses.map((status) => (
          <WordLine
            key={status.id}
            word={status}
            aside={t(status.category as StatusCategory)}
            onRename={(next) => change.mutate({ params: { id: status.id }, body: { name: next } }, on)}
            onArchive={() =>
              change.mutate({ params: { id: status.id }, body: { name: status.name, archived: true } }, on)
            }
          />
        ))}
      </ul>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Field
          label={t('newStatus')}
          dir="auto"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('category')}
          value={category}
          options={statusCategories.map((one) => ({ id: one, label: t(one) }))}
          onChoose={setCategory}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          <Plus className="size-3.5" />
          {t('add')}
        </Button>
      </form>
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
    </section>
  );
}
