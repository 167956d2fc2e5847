import { type ReactElement, Suspense } from 'react';
import { AppLink, Button, ErrorNote, fullMomentOf, useNow, usePages, useSockets, useWords, whenOf } from '#platform/ui';
import { listMoments, type MomentView } from '../contract.ts';
import { Card } from './card.tsx';
import { customerWords } from './words.ts';

/** Everything that happened with a customer, the last first; each line in the words of the domain that tells it. */
export function TimelineCard(props: { readonly customerId: string }): ReactElement {
  const t = useWords(customerWords);
  const pages = usePages(listMoments, { params: { id: props.customerId }, query: { limit: 20 } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Card title={t('timeline')}>
      {pages.error && <ErrorNote title={pages.error.problem.title} detail={pages.error.problem.help} />}
      <ol className="flex flex-col">
        {rows.map((moment) => (
          <Line key={`${moment.kind} ${moment.id}`} moment={moment} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button
          size="sm"
          className="mt-2"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Card>
  );
}

function Line({ moment }: { readonly moment: MomentView }): ReactElement {
  const now = useNow();
  const { moments } = useSockets();
  const Piece = moments.find(({ kinds }) => kinds.includes(moment.kind))?.component;
  const said = Piece ? (
    <Suspense fallback={null}>
      <Piece kind={moment.kind} title={moment.title} facts={moment.facts} />
    </Suspense>
  ) : (
    <span dir="auto">{moment.title ?? moment.kind}</span>
  );
  const shape =
    'flex min-w-0 flex-1 items-center gap-2.5 py-1 [&>.lucide]:size-4 [&>.lucide]:flex-none [&>.lucide]:text-text-3';
  return (
    <li className="flex min-h-9 items-center gap-3 border-b border-line last:border-b-0 max-phone:min-h-10">
      {moment.href === null ? (
        <span className={shape}>{said}</span>
      ) : (
        <AppLink href={moment.href} label={moment.title ?? ''} current={false} className={`${shape} hover:bg-hover`}>
          {said}
        </AppLink>
      )}
      {moment.actorName && (
        <bdi className="flex-none truncate text-xs text-text-3 max-phone:hidden">{moment.actorName}</bdi>
      )}
      <time title={fullMomentOf(moment.at)} className="w-20 flex-none text-end text-xs text-text-3">
        {whenOf(moment.at, now)}
      </time>
    </li>
  );
}
