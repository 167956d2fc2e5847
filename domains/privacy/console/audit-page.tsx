import { Download } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { listTeammates } from '#domains/identity/contract';
import {
  Button,
  EmptyState,
  ErrorNote,
  fetchFile,
  Field,
  SelectField,
  Skeleton,
  usePages,
  useView,
  useWords,
} from '#platform/ui';
import { listAudit, listAuditKinds } from '../contract.ts';
import { AuditCheck } from './audit-check.tsx';
import { useAuditNames } from './audit-names.ts';
import { AuditRow } from './audit-row.tsx';
import { auditWords } from './audit-words.ts';

/** What of the log is looked at; empty is all. */
interface Filter {
  readonly objectKind: string;
  readonly actorId: string;
  readonly from: string;
  readonly until: string;
}
const everything: Filter = { objectKind: '', actorId: '', from: '', until: '' };
const rowHeightPx = 60;

/** Settings > Audit log: what administrators did, how far that is verified, and the same as a file. */
export function AuditPage(): ReactElement {
  const t = useWords(auditWords);
  const [filter, setFilter] = useState(everything);
  const asked = askedOf(filter);
  const pages = usePages(listAudit, { query: asked });
  const [file, setFile] = useState<'rest' | 'busy' | 'failed'>('rest');
  if (pages.error?.problem.status === 403)
    return <EmptyState title={t('mayNot')}>{pages.error.problem.help}</EmptyState>;
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const save = (): void => {
    setFile('busy');
    void fetchFile('/api/audit/exports', 'audit.csv', asked).then(
      () => setFile('rest'),
      () => setFile('failed'),
    );
  };
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1>{t('title')}</h1>
          <p className="text-text-2">{t('lead')}</p>
        </div>
        <Button disabled={file === 'busy'} onClick={save}>
          <Download className="size-4" aria-hidden="true" />
          {t('file')}
        </Button>
      </header>
      {file === 'failed' && <ErrorNote title={t('fileFailed')} />}
      <AuditCheck />
      <Filters filter={filter} onChange={(part) => setFilter((before) => ({ ...before, ...part }))} />
      {pages.error && <ErrorNote title={t('failed')} detail={pages.error.message} />}
      {!pages.data && !pages.error && <Skeleton rows={8} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {pages.data && rows.length === 0 && <EmptyState title={t('none')}>{t('noneSays')}</EmptyState>}
      {rows.length > 0 && (
        <ol className="overflow-hidden rounded-lg border border-line">
          {rows.map((row) => (
            <AuditRow key={row.id} row={row} />
          ))}
        </ol>
      )}
      {pages.hasNextPage && (
        <Button className="self-start" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Filters(props: { readonly filter: Filter; readonly onChange: (part: Partial<Filter>) => void }): ReactElement {
  const t = useWords(auditWords);
  const { ofKind } = useAuditNames();
  const { filter, onChange } = props;
  const kinds = useView(listAuditKinds, {}).data?.rows ?? [];
  const people = useView(listTeammates, { query: { limit: 100, deactivated: true } as never }).data?.rows ?? [];
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(160px,1fr))] gap-3">
      <SelectField
        label={t('kind')}
        value={filter.objectKind}
        onChoose={(objectKind) => onChange({ objectKind })}
        options={[{ id: '', label: t('anyKind') }, ...kinds.map((kind) => ({ id: kind, label: ofKind(kind) }))]}
      />
      <SelectField
        label={t('who')}
        value={filter.actorId}
        onChoose={(actorId) => onChange({ actorId })}
        options={[{ id: '', label: t('anyone') }, ...people.map(({ id, name }) => ({ id: id as string, label: name }))]}
      />
      <Field type="date" label={t('from')} value={filter.from} onChange={(e) => onChange({ from: e.target.value })} />
      <Field
        type="date"
        label={t('until')}
        value={filter.until}
        onChange={(e) => onChange({ until: e.target.value })}
      />
    </div>
  );
}

/** A day is the reader's own: it begins and ends by their clock. */
function askedOf({ objectKind, actorId, from, until }: Filter): Record<string, string> {
  const start = from ? new Date(`${from}T00:00`) : null;
  const end = until ? new Date(`${until}T00:00`) : null;
  if (end) end.setDate(end.getDate() + 1);
  return {
    ...(objectKind ? { objectKind } : {}),
    ...(actorId ? { actorId } : {}),
    ...(start ? { from: start.toISOString() } : {}),
    ...(end ? { until: end.toISOString() } : {}),
  };
}
