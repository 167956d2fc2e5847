import { useQueryClient } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ErrorNote, Skeleton, useAct, useGo, useTell, useView, useWords } from '#platform/ui';
import { dismissDuplicate, listDuplicates, readDuplicate, suggestDuplicateAgain } from '../contract.ts';
import { duplicateWords } from './duplicate-words.ts';
import { MergeSideBySide } from './merge-side-by-side.tsx';

/** One suggested pair: both side by side, to merge or to leave apart. */
export function DuplicateDetail(props: { readonly id: string }): ReactElement {
  const t = useWords(duplicateWords);
  const asked = { params: { id: props.id } } as never;
  const { data: pair, error } = useView(readDuplicate, asked);
  const leave = useLeave(props.id);
  if (error && !pair) return <ErrorNote title={error.problem.title} detail={error.problem.help} />;
  if (!pair) return <Skeleton rows={6} rowHeightPx={48} label={t('loading')} />;
  return (
    <MergeSideBySide
      oneId={pair.one.id}
      otherId={pair.other.id}
      reasons={pair.reasons.map((reason) => t(reason))}
      otherwise={
        pair.can.includes('dismiss') && (
          <Button disabled={leave.isPending} onClick={leave.act}>
            <UserX className="size-4" />
            {t('areTwo')}
          </Button>
        )
      }
    />
  );
}

/** Says that they are two; the pair leaves the list, and can be had back for a moment. */
function useLeave(id: string): { readonly act: () => void; readonly isPending: boolean } {
  const t = useWords(duplicateWords);
  const client = useQueryClient();
  const tell = useTell();
  const go = useGo();
  const dismiss = useAct(dismissDuplicate);
  const again = useAct(suggestDuplicateAgain);
  const asked = { params: { id } } as never;
  const fetchAgain = (): void => void client.invalidateQueries({ queryKey: [listDuplicates.path] });
  return {
    isPending: dismiss.isPending,
    act: () =>
      dismiss.mutate(asked, {
        onSuccess: () => {
          fetchAgain();
          go('/customers/duplicates');
          tell({
            id: `dismiss-${id}`,
            icon: <UserX />,
            text: t('dismissed'),
            undo: () => again.mutate(asked, { onSuccess: fetchAgain }),
          });
        },
      }),
  };
}
