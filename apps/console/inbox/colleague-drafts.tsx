import { useQueryClient } from '@tanstack/react-query';
import { FilePen, TriangleAlert } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { Button, type Refusal, useAct, useView, useWords, viewKey } from '#platform/ui';
import { usePeople } from '../live/live.ts';
import { getDrafts, listColleagueDrafts, takeOverDraft } from '../routes.ts';
import { say } from '../shell/toasts.tsx';
import { useNames } from './use-names.ts';
import { inboxWords } from './words.ts';

/** "Jonas has a draft": read it before writing the same, or take it over (R14). */
export function ColleagueDrafts(props: { readonly conversationId: string }): ReactElement | null {
  const t = useWords(inboxWords);
  const client = useQueryClient();
  const names = useNames();
  const params = { id: props.conversationId };
  const drafts = useView(listColleagueDrafts, { params }).data?.drafts ?? [];
  const takeOver = useAct(takeOverDraft);
  const [openId, setOpenId] = useState<string>();
  // Who stops to write leaves a draft, or has sent it: then what is there may have changed.
  const people = usePeople(`conversation:${props.conversationId}`)
    .map((person) => `${person.teammateId} ${person.kind}`)
    .join();
  useEffect(() => {
    if (people === undefined) return;
    void client.invalidateQueries({ queryKey: viewKey(listColleagueDrafts, { params: { id: props.conversationId } }) });
  }, [client, props.conversationId, people]);
  if (drafts.length === 0) return null;
  return (
    <ul className="mx-[18px] mb-1.5 flex flex-none flex-col gap-1 max-phone:mx-3.5">
      {drafts.map((draft) => {
        const id = `${draft.teammateId} ${draft.kind}`;
        const name = names.teammate(draft.teammateId) ?? '';
        const isOpen = openId === id;
        const take = (): void => {
          const onError = (refusal: Refusal): void =>
            say({ id: 'take-over', icon: <TriangleAlert />, text: refusal.problem.title });
          const onSettled = (): void => {
            void client.invalidateQueries({ queryKey: viewKey(listColleagueDrafts, { params }) });
            void client.invalidateQueries({ queryKey: viewKey(getDrafts, { params }) });
          };
          takeOver.mutate(
            { params: { ...params, kind: draft.kind }, body: { teammateId: draft.teammateId } } as never,
            {
              onError,
              onSettled,
            },
          );
        };
        return (
          <li key={id} className="rounded-md border border-line bg-surface-2 px-2.5 py-1 text-xs">
            <span className="flex min-h-7 items-center gap-1.5">
              <FilePen className="size-3.5 text-text-3" />
              <span className="min-w-0 flex-1">{t(draft.kind === 'note' ? 'hasNoteDraft' : 'hasDraft', { name })}</span>
              <Button size="xs" look="ghost" aria-expanded={isOpen} onClick={() => setOpenId(isOpen ? undefined : id)}>
                {t(isOpen ? 'foldDraft' : 'readDraft')}
              </Button>
              <Button size="xs" onClick={take}>
                {t('takeOver')}
              </Button>
            </span>
            {isOpen && (
              <p dir="auto" className="max-h-40 overflow-y-auto pb-1.5 text-sm whitespace-pre-wrap">
                {draft.text}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
