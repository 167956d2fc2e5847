import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, EmptyState, ErrorNote, Skeleton, usePages, useWords } from '#platform/ui';
import { type InvitationView, listInvitations, listTeammates } from '../contract.ts';
import { InviteForm } from './invite-form.tsx';
import { InvitedRow } from './invited-row.tsx';
import { PersonRow } from './person-row.tsx';
import { peopleWords } from './people-words.ts';
import { Rows, Section } from './section.tsx';

const rowHeightPx = 56;

/** Settings > People: who works here, who was invited and has not come yet, and the way to invite. */
export function PeoplePage(): ReactElement {
  const t = useWords(peopleWords);
  const [isInviting, setInviting] = useState(false);
  const invited = usePages(listInvitations, { query: {} });
  const rows = invited.data?.pages.flatMap((page) => page.rows) ?? [];
  if (invited.error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotHint')}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1>{t('title')}</h1>
          <p className="text-text-2">{t('lead')}</p>
        </div>
        {!isInviting && (
          <Button look="primary" onClick={() => setInviting(true)}>
            <Plus className="size-4" />
            {t('invite')}
          </Button>
        )}
      </header>
      {isInviting && <InviteForm onClose={() => setInviting(false)} />}
      {invited.error && <ErrorNote title={t('failed')} detail={invited.error.problem.title} />}
      {rows.length > 0 && (
        <Section title={t('invited')} lead={t('invitedLead')}>
          <Rows>
            {rows.map((row: InvitationView) => (
              <InvitedRow key={row.teammate.id} row={row} />
            ))}
          </Rows>
          {invited.hasNextPage && <More isBusy={invited.isFetching} onMore={() => void invited.fetchNextPage()} />}
        </Section>
      )}
      <Here />
    </div>
  );
}

function Here(): ReactElement {
  const t = useWords(peopleWords);
  const people = usePages(listTeammates, { query: {} });
  const rows = people.data?.pages.flatMap((page) => page.rows).filter((row) => !row.isInvited);
  return (
    <Section title={t('here')}>
      {people.error && !rows && <ErrorNote title={t('failed')} detail={people.error.problem.title} />}
      {!rows && !people.error && <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />}
      <Rows>
        {rows?.map((row) => (
          <PersonRow key={row.id} person={row} />
        ))}
      </Rows>
      {rows?.length === 1 && !people.hasNextPage && (
        <EmptyState title={t('nobodyElse')}>{t('nobodyElseHint')}</EmptyState>
      )}
      {people.hasNextPage && <More isBusy={people.isFetching} onMore={() => void people.fetchNextPage()} />}
    </Section>
  );
}

function More(props: { readonly isBusy: boolean; readonly onMore: () => void }): ReactElement {
  const t = useWords(peopleWords);
  return (
    <Button className="self-center" disabled={props.isBusy} onClick={props.onMore}>
      {t('more')}
    </Button>
  );
}
