import { useQueryClient } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import {
  Button,
  CheckField,
  ConditionGroups,
  Dialog,
  ErrorNote,
  Field,
  newId,
  useAct,
  useTell,
  useWords,
} from '#platform/ui';
import {
  changeSegment,
  listCustomers,
  listSegments,
  makeSegment,
  removeSegment,
  type SegmentCondition,
  type SegmentView,
} from '../contract.ts';
import { freshOf, type SegmentGroup } from './segment-conditions.ts';
import { SegmentLine } from './segment-line.tsx';
import { segmentWords } from './segment-words.ts';
import { useSegmentChoices } from './use-segment-choices.ts';
import { useSegmentCount } from './use-segment-count.ts';

const saidMs = 5_000;

/** Conditions for the list in sight, or a segment with its name; how many it holds is counted while one writes. */
export function SegmentEditor(props: {
  readonly filter: SegmentGroup;
  readonly segment: SegmentView | undefined;
  readonly onShow: (filter: SegmentGroup) => void;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(segmentWords);
  const form = useId();
  const choices = useSegmentChoices();
  const { segment } = props;
  const [filter, setFilter] = useState(props.filter);
  const [isSaving, setSaving] = useState(segment !== undefined);
  const [name, setName] = useState(segment?.name ?? '');
  const [isShared, setShared] = useState(segment?.isShared ?? false);
  const count = useSegmentCount(filter);
  const { save, remove, problem, isPending } = useKept(segment, props);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSaving) save({ name, isShared, filter: filter as SegmentView['filter'] });
    else props.onShow(filter);
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={segment ? t('editTitle', { name: segment.name }) : t('title')}
      foot={
        <>
          <span role="status" className="me-auto self-center text-sm text-text-2">
            {count.says}
          </span>
          {segment && (
            <Button look="ghost" disabled={isPending} onClick={remove}>
              {t('remove')}
            </Button>
          )}
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          {!isSaving && <Button onClick={() => setSaving(true)}>{t('saveAs')}</Button>}
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={!count.isWhole || isPending || (isSaving && name.trim() === '')}
          >
            {t(isSaving ? 'save' : 'show')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {isSaving && (
          <>
            <Field
              label={t('name')}
              dir="auto"
              required
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <CheckField label={t('share')} hint={t('shareHint')} checked={isShared} onChange={setShared} />
          </>
        )}
        <ConditionGroups<SegmentCondition>
          group={filter}
          fresh={(depth) => freshOf(depth === 1 ? 'tag' : 'last-contact')}
          nameOf={({ field }) => t(`f-${field}`)}
          renderLine={(condition, onChange) => (
            <SegmentLine condition={condition} choices={choices} onChange={onChange} />
          )}
          onChange={setFilter}
        />
        {problem && <ErrorNote title={problem.title} detail={problem.detail ?? problem.help} />}
      </form>
    </Dialog>
  );
}

type Wish = Pick<SegmentView, 'name' | 'isShared' | 'filter'>;

/** Saves a new segment or a changed one, or removes it with a way back: it is made again under another id. */
function useKept(
  segment: SegmentView | undefined,
  on: { readonly onSaved: (id: string) => void; readonly onClose: () => void },
) {
  const t = useWords(segmentWords);
  const client = useQueryClient();
  const tell = useTell();
  const [id] = useState(() => segment?.id ?? newId());
  const make = useAct(makeSegment);
  const change = useAct(changeSegment);
  const drop = useAct(removeSegment);
  const again = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: [listSegments.path] });
    void client.invalidateQueries({ queryKey: [listCustomers.path] });
  };
  const onSuccess = (): void => void again().then(() => on.onSaved(id));
  return {
    problem: (make.error ?? change.error ?? drop.error)?.problem,
    isPending: make.isPending || change.isPending || drop.isPending,
    save: (wish: Wish): void => {
      if (segment) change.mutate({ params: { id: id as never }, body: wish }, { onSuccess });
      else make.mutate({ body: { id: id as never, ...wish } }, { onSuccess });
    },
    remove: (): void => {
      if (!segment) return;
      const { name, isShared, filter } = segment;
      const undo = (): void =>
        void make.mutateAsync({ body: { id: newId() as never, name, isShared, filter } }).then(again);
      drop.mutate(
        { params: { id: id as never } },
        {
          onSuccess: () => {
            void again();
            tell({ id: newId(), icon: <Users />, text: t('removed', { name }), stayMs: saidMs, undo });
            on.onSaved('');
          },
        },
      );
    },
  };
}
