import type { ReactElement } from 'react';
import { cx, useWords } from '#platform/ui';
import { AppLink } from '../shell/links.tsx';
import { useLists } from './queues.tsx';
import { inboxWords } from './words.ts';

/** On a phone the queue column is a row of pills above the list. */
export function ViewPills(props: { readonly view: string }): ReactElement | null {
  const t = useWords(inboxWords);
  const { mine, brands, queues, views } = useLists();
  const shown = [...mine, ...brands, ...views, ...queues];
  if (shown.length === 0) return null;
  return (
    <nav
      aria-label={t('views')}
      className="flex flex-none gap-2 overflow-x-auto px-4 pt-1 pb-3 [scrollbar-width:none] phone:hidden"
    >
      {shown.map((box) => (
        <AppLink
          key={box.id}
          href={`/inbox/${box.id}`}
          label={box.name}
          current={box.id === props.view}
          className={cx(
            'flex h-10 flex-none items-center gap-1.5 rounded-full border px-3.5 font-control whitespace-nowrap',
            box.id === props.view ? 'border-brand bg-brand text-on-brand' : 'border-line-2',
          )}
        >
          {box.name} <bdi className="tabular-nums">{box.count}</bdi>
        </AppLink>
      ))}
    </nav>
  );
}
