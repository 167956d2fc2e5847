import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { ArrowRightLeft, TriangleAlert } from 'lucide-react';
import { newId, type PageOf, Refusal, useAct, useTell, useWords, viewKey } from '#platform/ui';
import { type ApplicationRow, listApplications, moveApplication, readApplication } from '../contract.ts';
import type { Settable } from './board.tsx';
import { hiringWords } from './words.ts';

type Pages = InfiniteData<PageOf<typeof listApplications>>;
const undoStayMs = 10_000;

/** Moves a card at once; what the server refuses goes back with its reason, and `Z` takes a move back. */
export function useMove(openingId: string): (row: ApplicationRow, stage: Settable) => void {
  const t = useWords(hiringWords);
  const client = useQueryClient();
  const tell = useTell();
  const act = useAct(moveApplication);
  const column = (stage: string) => viewKey(listApplications, { params: { id: openingId }, query: { stage } });
  const place = (row: ApplicationRow, stage: Settable): void => {
    moved = row.id;
    // What was asked for before would put the card back.
    void client.cancelQueries({ queryKey: [listApplications.path] });
    const asStage = { ...row, stage };
    client.setQueryData<Pages>(column(row.stage), (pages) => withRows(pages, (rows) => rows.filter(isOther(row))));
    client.setQueryData<Pages>(column(stage), (pages) =>
      withRows(pages, (rows, page) => (page === 0 ? [asStage, ...rows.filter(isOther(row))] : rows)),
    );
  };
  const settle = (): void => {
    void client.invalidateQueries({ queryKey: [listApplications.path] });
    void client.invalidateQueries({ queryKey: [readApplication.path] });
  };
  const move = (row: ApplicationRow, stage: Settable, mayUndo: boolean): void => {
    if (row.stage === stage) return;
    place(row, stage);
    const back = row.stage;
    act.mutate(
      { params: { id: row.id as never }, body: { stage } },
      {
        onSettled: settle,
        onSuccess: () =>
          tell({
            id: newId(),
            icon: <ArrowRightLeft />,
            text: t('moved', { name: row.name, stage: t(`stage-${stage}`) }),
            stayMs: undoStayMs,
            undo: mayUndo && back !== 'withdrawn' ? () => move({ ...row, stage }, back, false) : undefined,
          }),
        onError: (error) =>
          tell({
            id: newId(),
            icon: <TriangleAlert />,
            text: error instanceof Refusal ? error.problem.title : t('failed'),
          }),
      },
    );
  };
  return (row, stage) => move(row, stage, true);
}

function isOther(row: ApplicationRow): (one: ApplicationRow) => boolean {
  return (one) => one.id !== row.id;
}

function withRows(
  pages: Pages | undefined,
  change: (rows: ApplicationRow[], page: number) => ApplicationRow[],
): Pages | undefined {
  if (!pages) return undefined;
  return { ...pages, pages: pages.pages.map((page, index) => ({ ...page, rows: change([...page.rows], index) })) };
}

let moved = '';

/** The card that was moved keeps the focus: the one that is drawn for it in the new column asks once. */
export function wasJustMoved(id: string): boolean {
  if (moved !== id) return false;
  moved = '';
  return true;
}
