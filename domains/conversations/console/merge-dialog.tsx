import { ArrowDownUp } from 'lucide-react';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Dialog, ErrorNote, Field, type ThreadPlace, useAct, useView, useWords } from '#platform/ui';
import { type ConversationRow, getConversation, mergeConversation, moveMessage } from '../contract.ts';
import { Candidates } from './candidates.tsx';
import { MergePreview } from './merge-preview.tsx';
import { useMoved } from './use-moved.tsx';
import { depthWords } from './words.ts';

/** Merges this conversation, or moves one message of it: suggests, shows what will happen, and can be undone. */
export function MergeDialog(props: {
  readonly place: ThreadPlace;
  readonly entryId?: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(depthWords);
  const form = useId();
  const { place, entryId } = props;
  const here = useView(getConversation, { params: { id: place.conversationId } }).data;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ConversationRow>();
  const [isSwapped, setSwapped] = useState(false);
  const moved = useMoved(place);
  const merge = useAct(mergeConversation);
  const move = useAct(moveMessage);
  const refusal = merge.error ?? move.error;
  const stays = isSwapped ? here : chosen;
  const goes = isSwapped ? chosen : here;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen || !stays || !goes || merge.isPending || move.isPending) return;
    if (entryId !== undefined) {
      move.mutate(
        { params: { id: entryId }, body: { conversationId: chosen.id } },
        {
          onSuccess: ({ moveId }) => {
            moved.done(moveId, t('moved', { number: chosen.number }), place.conversationId);
            props.onClose();
          },
        },
      );
      return;
    }
    merge.mutate(
      { params: { id: goes.id }, body: { intoId: stays.id } },
      {
        onSuccess: ({ moveId }) => {
          moved.done(moveId, t('merged', { from: goes.number, to: stays.number }), stays.id);
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={entryId === undefined ? t('mergeTitle', { number: place.number }) : t('moveTitle')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!chosen || merge.isPending || move.isPending} type="submit" form={form}>
            {stays && entryId === undefined
              ? t('merge', { number: stays.number })
              : t('move', { number: chosen?.number ?? '…' })}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label={t('find')}
          hint={t('findHint')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Candidates place={place} typed={typed} chosen={chosen} onChoose={setChosen} legend={t('candidates')} />
        {chosen && stays && goes && entryId === undefined && (
          <MergePreview stays={stays} goes={goes}>
            <Button size="sm" onClick={() => setSwapped(!isSwapped)}>
              <ArrowDownUp className="size-3.5" />
              {t('swap', { number: goes.number })}
            </Button>
          </MergePreview>
        )}
        {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.detail ?? refusal.problem.help} />}
      </form>
    </Dialog>
  );
}
