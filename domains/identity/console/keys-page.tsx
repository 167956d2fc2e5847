import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, EmptyState, ErrorNote, Segments, Skeleton, usePages, useWords } from '#platform/ui';
import { listApiKeys } from '../contract.ts';
import { KeyForm } from './key-form.tsx';
import { KeyRow } from './key-row.tsx';
import { keyWords } from './key-words.ts';
import { Rows } from './section.tsx';

const rowHeightPx = 56;

/** Settings > API keys: which programs come in by whose rights, and a new key with its scopes. */
export function KeysPage(): ReactElement {
  const t = useWords(keyWords);
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const [isMaking, setMaking] = useState(false);
  const pages = usePages(listApiKeys, { query: { all: String(whose === 'all') } });
  const first = pages.data?.pages[0];
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1>{t('title')}</h1>
          <p className="text-text-2">
            {t('lead')}{' '}
            <a href="/api" className="font-semibold text-brand-text underline">
              {t('docs')}
            </a>
          </p>
        </div>
        {first?.can.includes('make') && !isMaking && (
          <Button look="primary" onClick={() => setMaking(true)}>
            <Plus className="size-4" />
            {t('make')}
          </Button>
        )}
      </header>
      {isMaking && first && (
        <KeyForm
          mine={first.mine}
          permissions={first.permissions}
          mayMakeService={first.can.includes('make-service')}
          onClose={() => setMaking(false)}
        />
      )}
      {first?.can.includes('see-all') && (
        <div className="self-start">
          <Segments
            label={t('whose')}
            value={whose}
            options={[
              { id: 'mine', label: t('mine') },
              { id: 'all', label: t('all') },
            ]}
            onChoose={setWhose}
          />
        </div>
      )}
      {pages.error && !first && <ErrorNote title={t('failed')} detail={pages.error.problem.title} />}
      {!first && !pages.error && <Skeleton rows={3} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {first && rows.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {rows.length > 0 && (
        <div className="rounded-lg border border-line bg-surface px-5 py-1 max-phone:px-3.5">
          <Rows>
            {rows.map((row) => (
              <KeyRow key={row.id} row={row} />
            ))}
          </Rows>
        </div>
      )}
      {pages.hasNextPage && (
        <Button className="self-center" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
