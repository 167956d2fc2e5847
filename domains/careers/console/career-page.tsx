import { useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { type ReactElement, Suspense, useState } from 'react';
import { CheckField, EmptyState, ErrorNote, Skeleton, useAct, useSockets, useView, useWords } from '#platform/ui';
import { type CareerView, choosePath, readCareer, readMyCareer } from '../contract.ts';
import { Ladder } from './ladder.tsx';
import { PathFields } from './path-fields.tsx';
import { SkillList } from './skill-list.tsx';
import { careerWords } from './career-words.ts';

const rowHeightPx = 72;

/** My career: where one stands, the ways on, what is met and what each rests on (prototype f); a leader's look below `of/`. */
export function CareerPage(props: { readonly rest: string }): ReactElement {
  const [part, id] = props.rest.split('/');
  return part === 'of' && id ? <Theirs id={id} /> : <Mine />;
}

function Mine(): ReactElement {
  const t = useWords(careerWords);
  const [role, look] = useState<string>();
  const { data, error } = useView(readMyCareer, { query: role === undefined ? {} : { role } });
  if (error && !data) return <ErrorNote title={t('failed')} detail={error.problem.help ?? error.problem.title} />;
  if (!data) return <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />;
  return <Whole view={data} onLook={look} isOwn />;
}

/** Somebody else's page, once they chose that it may be seen. */
function Theirs(props: { readonly id: string }): ReactElement {
  const t = useWords(careerWords);
  const { data, error } = useView(readCareer, { params: { id: props.id } });
  if (error && !data) return <EmptyState title={t('notShared')}>{t('notSharedSays')}</EmptyState>;
  if (!data) return <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />;
  return <Whole view={data} onLook={null} isOwn={false} />;
}

function Whole(props: {
  readonly view: CareerView;
  readonly onLook: ((role: string) => void) | null;
  readonly isOwn: boolean;
}): ReactElement {
  const t = useWords(careerWords);
  const { career: pieces } = useSockets();
  const { view, isOwn } = props;
  const { looked } = view;
  return (
    <section aria-label={t('title')} data-pane="thread" className="min-h-0 flex-1 overflow-y-auto p-6 max-phone:p-3.5">
      <header className="mb-4 flex flex-wrap items-center gap-4 rounded-xl bg-rail px-5 py-4 text-rail-on">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-xl">{isOwn ? t('title') : t('titleOf', { name: view.name })}</h1>
          <p>{view.ownRole ? t('youAre', { role: view.ownRole.name }) : t('sayRole')}</p>
        </div>
        {looked && (
          <p>
            {t('forRole', { role: looked.name })}{' '}
            <b className="block text-xl">{t('met', { met: looked.met, all: looked.all })}</b>
          </p>
        )}
      </header>
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-4 max-full:grid-cols-1">
        <div className="flex flex-col gap-4">
          <Ladder view={view} onLook={props.onLook} />
          {isOwn &&
            pieces.map(({ id, component: Piece }) => (
              <Suspense key={id} fallback={null}>
                <Piece roleKey={looked?.key ?? null} ownRoleKey={view.ownRole?.key ?? null} />
              </Suspense>
            ))}
          {isOwn && <PathFields key={JSON.stringify(view.ownRole?.key)} view={view} />}
        </div>
        <div className="flex flex-col gap-4">
          {looked && <SkillList looked={looked} isOwn={isOwn} />}
          {isOwn && <Sharing view={view} />}
        </div>
      </div>
    </section>
  );
}

/** The leader is told only when one chooses, and no longer than one says so. */
function Sharing(props: { readonly view: CareerView }): ReactElement {
  const t = useWords(careerWords);
  const client = useQueryClient();
  const act = useAct(choosePath);
  const { view } = props;
  const share = (isShared: boolean): void =>
    act.mutate(
      {
        body: {
          ownRole: view.ownRole?.key ?? null,
          ownSince: view.ownSince,
          nextRole: view.nextRole,
          place: view.place,
          isShared,
        },
      },
      { onSuccess: () => void client.invalidateQueries({ queryKey: [readMyCareer.path] }) },
    );
  return (
    <section aria-label={t('whoSees')} className="rounded-xl border border-line bg-surface p-4">
      <h2 className="mb-2 flex items-center gap-2 text-sm font-semibold">
        <Lock className="size-4 text-text-3" />
        {t('leaderTold')}
      </h2>
      <CheckField
        label={t('share')}
        hint={t('shareHint')}
        checked={view.sharedAt !== null}
        disabled={act.isPending}
        onChange={share}
      />
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </section>
  );
}
