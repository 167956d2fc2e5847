import { Pencil } from 'lucide-react';
import type { ReactElement } from 'react';
import { useWords } from '#platform/ui';
import { usePeople } from '../live/live.ts';
import { useMe } from '../session/use-me.ts';
import { useNames } from './use-names.ts';
import { inboxWords } from './words.ts';

/** Who else is writing here, above the field one writes in oneself: seen before two answers are on their way (R18). */
export function Writers(props: { readonly conversationId: string }): ReactElement {
  const t = useWords(inboxWords);
  const names = useWriters(props.conversationId);
  return (
    <div
      role="status"
      className="mx-[18px] flex flex-none flex-col text-xs font-semibold text-info-text max-phone:mx-3.5"
    >
      {names.map((name) => (
        <span key={name} className="flex min-h-6 items-center gap-1.5">
          <Pencil className="size-3 stroke-2" />
          {t('isWriting', { name })}
        </span>
      ))}
    </div>
  );
}

/** The names of those who write in a conversation now, without mine. */
export function useWriters(conversationId: string): readonly string[] {
  const me = useMe()?.teammate.id;
  const names = useNames();
  return usePeople(`conversation:${conversationId}`)
    .filter((person) => person.kind === 'writing' && person.teammateId !== me)
    .map((person) => names.teammate(person.teammateId) ?? '');
}
