import { useQueryClient } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { lazy, type ReactElement, useEffect, useRef, useState } from 'react';
import { listBoxes, listConversations } from '#domains/conversations/contract';
import { Button, Part, runCommand, useAct, useRooms, useTell, useView, useWords } from '#platform/ui';
import { type BatchView, cancelBatch, listBatches, readBatch } from '../contract.ts';
import { follow } from './followed.ts';
import { useUndoBatch } from './use-undo-batch.tsx';
import { bulkWords } from './words.ts';

const WhyDialog = lazy(async () => ({ default: (await import('./why-dialog.tsx')).WhyDialog }));

/** How far a batch is, told by its room; then what became of it. What could not be done stays until it was read. */
export function BatchProgress({ id }: { readonly id: string }): ReactElement | null {
  const t = useWords(bulkWords);
  useRooms([`batch:${id}`]);
  const asked = { params: { id } } as never;
  const batch = useView(readBatch, asked).data;
  const stop = useAct(cancelBatch);
  const [isWhy, setWhy] = useState(false);
  useEnd(batch);
  if (batch === undefined) return null;
  const isAtWork = batch.state === 'running' || batch.state === 'undoing';
  if (!isAtWork && batch.refused === 0) return null;
  return (
    <section
      aria-label={t('lastTitle')}
      className="flex flex-none flex-wrap items-center gap-2 border-t border-line bg-surface-2 px-3.5 py-2 text-sm"
    >
      <span className="me-auto tabular-nums">
        <bdi>{sayBatch(batch, t)}</bdi>
      </span>
      {isAtWork && (
        <progress
          className="h-1.5 w-24 accent-brand"
          value={batch.progress}
          max={batch.total}
          aria-label={t('lastTitle')}
        />
      )}
      {batch.state === 'running' && (
        <Button size="xs" disabled={stop.isPending} onClick={() => stop.mutate(asked)}>
          {t('stop')}
        </Button>
      )}
      {batch.refused > 0 && (
        <Button size="xs" onClick={() => setWhy(true)}>
          {t('why')}
        </Button>
      )}
      {!isAtWork && (
        <Button size="xs" onClick={() => follow(undefined)}>
          {t('dismiss')}
        </Button>
      )}
      <Part>{isWhy && <WhyDialog batch={batch} onClose={() => setWhy(false)} />}</Part>
    </section>
  );
}

type SayBulk = ReturnType<typeof useWords<keyof typeof bulkWords.en>>;

/** A batch in one line: how far, or what became of it. */
export function sayBatch(batch: BatchView, t: SayBulk): string {
  const { state, progress, total, refused, same } = batch;
  if (state === 'running') return t('working', { done: progress, total });
  if (state === 'undoing') return t('takingBack', { done: progress });
  if (state === 'undone') return [t('takenBack'), ...(refused > 0 ? [t('stayed', { count: refused })] : [])].join(', ');
  return [
    t('changed', { count: progress - refused - same }),
    ...(same > 0 ? [t('wereSo', { count: same })] : []),
    ...(refused > 0 ? [t('couldNot', { count: refused })] : []),
    ...(state === 'cancelled' ? [t('stopped')] : []),
  ].join(', ');
}

/** When it ends, it is said once, with its undo; the lists were moved by each conversation, but for what is only mine. */
function useEnd(batch: BatchView | undefined): void {
  const t = useWords(bulkWords);
  const tell = useTell();
  const client = useQueryClient();
  const undo = useUndoBatch();
  const seen = useRef<BatchView['state']>(undefined);
  const state = batch?.state;
  useEffect(() => {
    if (batch === undefined || state === undefined || seen.current === state) return;
    seen.current = state;
    if (state === 'running' || state === 'undoing') return;
    // it was my own doing: what it moved does not wait for "." (R9)
    void client.invalidateQueries({ queryKey: [listConversations.path] }).then(() => runCommand('showNew'));
    void client.invalidateQueries({ queryKey: [listBoxes.path] });
    void client.invalidateQueries({ queryKey: [listBatches.path] });
    const way = batch.can.includes('undo') ? { undo: () => undo(batch.id) } : {};
    tell({
      id: batch.id,
      icon: <ListChecks />,
      text: `${t(`d_${batch.action.do}`)}: ${sayBatch(batch, t)}`,
      stayMs: 20_000,
      ...way,
    });
  }, [batch, state, client, tell, undo, t]);
}
