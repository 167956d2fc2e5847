import type { ReactElement } from 'react';
import { Avatar, cx, EmptyState, useNow, usePages, useWords, whenOf } from '#platform/ui';
import { type CustomerRow, listCustomers } from '../contract.ts';
import { CompaniesList } from './companies-list.tsx';
import { CompanyDetail } from './company-detail.tsx';
import { DuplicatesPage } from './duplicates-page.tsx';
import { CustomerDetail } from './customer-detail.tsx';
import { SegmentBar } from './segment-bar.tsx';
import { ListTabs, queryOf, SideList, useAsked, useListWish } from './side-list.tsx';
import { customerWords } from './words.ts';

/** Customers and companies: a list with its search, and one of them beside it; on a phone one at a time. */
export function CustomersPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(customerWords);
  const [first = '', second = '', third = ''] = props.rest.split('/');
  if (first === 'duplicates') return <DuplicatesPage oneId={second} otherId={third} />;
  const isCompanies = first === 'companies';
  const id = isCompanies ? second : first;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[332px_minmax(0,1fr)] max-phone:grid-cols-1">
      <h1 className="sr-only">{t(isCompanies ? 'companies' : 'title')}</h1>
      <section
        aria-label={t(isCompanies ? 'companyList' : 'list')}
        data-pane="list"
        className={cx('flex min-h-0 flex-col border-e border-line bg-surface', id !== '' && 'max-phone:hidden')}
      >
        {isCompanies ? <CompaniesList openId={id} /> : <CustomersList openId={id} />}
      </section>
      <section
        aria-label={t(isCompanies ? 'company' : 'one')}
        data-pane="thread"
        className={cx('min-h-0 overflow-y-auto', id === '' && 'max-phone:hidden')}
      >
        <Open id={id} isCompanies={isCompanies} />
      </section>
    </div>
  );
}

function Open(props: { readonly id: string; readonly isCompanies: boolean }): ReactElement {
  const t = useWords(customerWords);
  const { id } = props;
  if (id === '')
    return <EmptyState title={t('choose')}>{t(props.isCompanies ? 'chooseCompany' : 'chooseHint')}</EmptyState>;
  return props.isCompanies ? <CompanyDetail key={id} id={id} /> : <CustomerDetail key={id} id={id} />;
}

function CustomersList(props: { readonly openId: string }): ReactElement {
  const t = useWords(customerWords);
  const now = useNow();
  const [wish, setWish] = useListWish();
  const asked = useAsked(wish);
  const narrowed = { ...(wish.segment && { segmentId: wish.segment }), ...(wish.filter && { filter: wish.filter }) };
  const pages = usePages(listCustomers, { query: { ...asked, ...narrowed } as never });
  const rows: readonly CustomerRow[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const empty = asked.text === undefined ? t('none') : t('noneFound', { text: asked.text });
  return (
    <SideList
      tabs={<ListTabs current="customers" />}
      narrow={<SegmentBar wish={wish} onWish={setWish} />}
      searchLabel={t('search')}
      wish={wish}
      onWish={setWish}
      pages={pages as never}
      rows={rows}
      openId={props.openId}
      hrefOf={(row) => `/customers/${row.id}${queryOf(wish)}`}
      nameOf={(row) => row.name || t('unnamed')}
      empty={{ title: empty, hint: t('noneHint') }}
      renderRow={(row) => (
        <>
          <Avatar name={row.name || t('unnamed')} sizePx={32} />
          <span className="min-w-0 flex-1">
            <b className="block truncate font-semibold">
              <bdi>{row.name || t('unnamed')}</bdi>
            </b>
            <span className="block truncate text-xs text-text-3">
              {row.place === null ? t('since', { when: whenOf(row.firstSeenAt, now) }) : <bdi>{row.place}</bdi>}
            </span>
          </span>
        </>
      )}
    />
  );
}
