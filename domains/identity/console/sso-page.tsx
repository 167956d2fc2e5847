import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, EmptyState, ErrorNote, Skeleton, useView, useWords } from '#platform/ui';
import { listSsoConnections, type SsoConnectionView } from '../contract.ts';
import { Row, Rows } from './section.tsx';
import { SsoForm } from './sso-form.tsx';
import { ssoWords } from './sso-words.ts';

const rowHeightPx = 56;

/** Settings > Single sign-on: the providers people come by, each tried in words, and what their groups get. */
export function SsoPage(): ReactElement {
  const t = useWords(ssoWords);
  const { data, error } = useView(listSsoConnections, {});
  const [open, setOpen] = useState<SsoConnectionView | 'new' | null>(null);
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotHint')}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1>{t('title')}</h1>
          <p className="text-text-2">{t('lead')}</p>
        </div>
        {data?.mayConnect && open === null && (
          <Button look="primary" onClick={() => setOpen('new')}>
            <Plus className="size-4" />
            {t('connect')}
          </Button>
        )}
      </header>
      {data && !data.mayConnect && <p className="text-text-2">{t('notOwner')}</p>}
      {error && <ErrorNote title={t('failed')} detail={error.problem.title} />}
      {!data && !error && <Skeleton rows={2} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {data && open !== null && (
        <SsoForm
          there={open === 'new' ? null : open}
          redirectBase={data.redirectBase}
          places={data.places}
          onClose={() => setOpen(null)}
        />
      )}
      {data?.rows.length === 0 && open === null && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {data && data.rows.length > 0 && open === null && (
        <div className="rounded-lg border border-line bg-surface px-5 py-1 max-phone:px-3.5">
          <Rows>
            {data.rows.map((row) => (
              <Connected key={row.id} row={row} onChange={data.mayConnect ? () => setOpen(row) : null} />
            ))}
          </Rows>
        </div>
      )}
    </div>
  );
}

function Connected(props: { readonly row: SsoConnectionView; readonly onChange: (() => void) | null }): ReactElement {
  const t = useWords(ssoWords);
  const { row } = props;
  const facts = [
    row.domains.join(', '),
    t(row.letsIn ? 'newcomersFact' : 'invitedFact'),
    ...(row.required ? [t('requiredFact')] : []),
    t('people', { count: row.people }),
  ];
  return (
    <Row
      title={<bdi>{row.name}</bdi>}
      facts={
        <>
          <bdi>{facts.join(' · ')}</bdi>
          {row.givesAll === false && <span className="block text-danger-text">{t('givesLess')}</span>}
        </>
      }
    >
      {props.onChange && (
        <Button onClick={props.onChange}>
          {t('change')}
          <span className="sr-only"> {row.name}</span>
        </Button>
      )}
    </Row>
  );
}
