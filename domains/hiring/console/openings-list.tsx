import { readChoices } from '#domains/careers/contract';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import {
  AppLink,
  Button,
  Chip,
  EmptyState,
  ErrorNote,
  SelectField,
  Skeleton,
  dateOf,
  usePages,
  useRooms,
  useView,
  useWords,
} from '#platform/ui';
import { listOpenings, type OpeningView } from '../contract.ts';
import { payRange } from './money.ts';
import { OpeningForm } from './opening-form.tsx';
import { hiringWords } from './words.ts';

const rowHeightPx = 62;
const filters = ['all', 'open', 'draft', 'closed'] as const;
const tones = { open: 'ok', draft: 'outline', closed: 'plain' } as const;

/** Every opening of the brands one hires for: its state, pay and how many applied. */
export function OpeningsList(): ReactElement {
  const t = useWords(hiringWords);
  const [shown, setShown] = useState<(typeof filters)[number]>('all');
  const [isWriting, setWriting] = useState(false);
  useRooms(['opening:all']);
  const pages = usePages(listOpenings, { query: shown === 'all' ? {} : { state: shown } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  if (pages.error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotSays')}</EmptyState>;
  return (
    <section
      aria-label={t('title')}
      data-pane="list"
      className="min-h-0 flex-1 overflow-y-auto px-6 py-5 max-phone:px-3.5"
    >
      <header className="mb-4 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-xl">{t('title')}</h1>
          <p className="text-text-2">{t('lead')}</p>
        </div>
        <SelectField
          label={t('show')}
          value={shown}
          options={filters.map((id) => ({ id, label: t(id) }))}
          onChoose={setShown}
        />
        <Button look="primary" onClick={() => setWriting(true)}>
          <Plus className="size-4" />
          {t('new')}
        </Button>
      </header>
      {pages.error && <ErrorNote title={t('failed')} detail={pages.error.problem.help ?? pages.error.problem.title} />}
      {pages.isPending && <Skeleton rows={5} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {pages.data && rows.length === 0 && <EmptyState title={t('none')}>{t('noneSays')}</EmptyState>}
      {rows.length > 0 && <Table rows={rows} />}
      {pages.hasNextPage && (
        <Button className="mt-3" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {isWriting && <OpeningForm opening={undefined} onClose={() => setWriting(false)} />}
    </section>
  );
}

function Table(props: { readonly rows: readonly OpeningView[] }): ReactElement {
  const t = useWords(hiringWords);
  const names = useView(readChoices, {}).data;
  const nameOf = (list: readonly { readonly key: string; readonly name: string }[] | undefined, key: string | null) =>
    list?.find((one) => one.key === key)?.name;
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface">
      <table className="w-full border-collapse max-phone:block">
        <thead className="max-phone:hidden">
          <tr className="border-b border-line text-start text-xs text-text-3">
            {(['opening', 'state', 'pay', 'applied', 'since'] as const).map((head) => (
              <th key={head} scope="col" className="px-4 py-2.5 text-start font-semibold">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-phone:block">
          {props.rows.map((row) => (
            <tr
              key={row.id}
              className="border-b border-line last:border-b-0 max-phone:flex max-phone:flex-wrap max-phone:items-center max-phone:gap-x-3 max-phone:px-4 max-phone:py-3 max-phone:[&>td]:p-0"
            >
              <td className="px-4 py-2.5 max-phone:w-full">
                <AppLink
                  href={`/hiring/${row.id}`}
                  label={row.title}
                  current={false}
                  className="inline-flex min-h-6 items-center font-semibold text-brand-text"
                >
                  <bdi>{row.title}</bdi>
                </AppLink>
                <span className="block text-xs text-text-3">
                  {[nameOf(names?.roles, row.role), row.town ?? nameOf(names?.places, row.place), t(row.where)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </td>
              <td className="px-4 py-2.5">
                <Chip tone={tones[row.state]}>{t(row.state)}</Chip>
              </td>
              <td className="px-4 py-2.5">
                {row.pay ? (
                  <>
                    <bdi className="tabular-nums">{payRange(row.pay)}</bdi>{' '}
                    <span className="text-xs text-text-3">
                      {[t(row.pay.period), row.pay.source].filter(Boolean).join(', ')}
                    </span>
                  </>
                ) : (
                  <span className="text-text-3">{t('notStated')}</span>
                )}
              </td>
              <td className="px-4 py-2.5 tabular-nums">
                <span className="hidden text-xs text-text-3 max-phone:inline">{t('applied')} </span>
                {row.applied}
              </td>
              <td className="px-4 py-2.5 text-text-2">
                {row.openedAt && row.state === 'open' && dateOf(row.openedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
