import { useState, type ReactElement } from 'react';
import { listBrands } from '#domains/brands/contract';
import { Button, EmptyState, ErrorNote, SelectField, Skeleton, useGo, usePages, useView, useWords } from '#platform/ui';
import {
  type ClientConversation,
  getClientConversation,
  listClientConversations,
  listClientEntries,
} from '../contract.ts';
import { OutsideFrame, OutsideHead, OutsideRows, type OutsideRow } from './outside-frame.tsx';
import { outsideWords } from './outside-words.ts';
import { PlainThread } from './plain-thread.tsx';

const path = '/client-conversations';
const rowHeightPx = 76;

/** What was said in the conversations of a client's own brand; to read, without notes. */
export function ClientConversationsPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(outsideWords);
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [chosen, setChosen] = useState('');
  const brand = brands.find(({ id }) => id === chosen) ?? brands[0];
  const list = (
    <>
      {brands.length > 1 && (
        <div className="border-b border-line px-3.5 py-3">
          <SelectField
            label={t('brand')}
            value={brand?.id ?? ''}
            options={brands.map(({ id, name }) => ({ id: id as string, label: name }))}
            onChoose={setChosen}
          />
        </div>
      )}
      {brand && <Rows key={brand.id} brandId={brand.id} openId={props.rest} />}
    </>
  );
  return (
    <OutsideFrame title={t('clientTitle')} lead={t('clientLead')} openId={props.rest} list={list}>
      {props.rest === '' ? <EmptyState title={t('chooseOne')} /> : <One key={props.rest} id={props.rest} />}
    </OutsideFrame>
  );
}

function Rows({ brandId, openId }: { readonly brandId: string; readonly openId: string }): ReactElement {
  const t = useWords(outsideWords);
  const pages = usePages(listClientConversations, { query: { brandId } } as never);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      {pages.error && <ErrorNote title={pages.error.problem.title} detail={pages.error.problem.help} />}
      {pages.isPending && <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {pages.data && rows.length === 0 && (
        <div className="h-60">
          <EmptyState title={t('noConversations')}>{t('noConversationsSays')}</EmptyState>
        </div>
      )}
      <OutsideRows rows={rows.map((row) => rowOf(row, t(row.status)))} path={path} openId={openId} />
      {pages.hasNextPage && (
        <Button className="mx-auto my-3" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function rowOf(row: ClientConversation, status: string): OutsideRow {
  return { ...row, preview: status, lastEntryAt: row.openedAt };
}

function One({ id }: { readonly id: string }): ReactElement | null {
  const t = useWords(outsideWords);
  const go = useGo();
  const { data, error } = useView(getClientConversation, { params: { id } } as never);
  const pages = usePages(listClientEntries, { params: { id } } as never);
  if (error)
    return (
      <EmptyState title={t('notYoursTitle')} action={<Button onClick={() => go(path)}>{t('back')}</Button>}>
        {t('notYoursSays')}
      </EmptyState>
    );
  if (data === undefined) return null;
  const entries = pages.data?.pages.toReversed().flatMap((page) => page.rows) ?? [];
  return (
    <>
      <OutsideHead {...data} name={data.customer.name} path={path} />
      <div className="min-h-0 flex-1 overflow-y-auto px-[18px] py-4 max-phone:px-3.5">
        {pages.error && <ErrorNote title={pages.error.problem.title} detail={pages.error.problem.help} />}
        <PlainThread
          label={data.subject || t('noSubject')}
          entries={entries}
          fileHref={(fileId) => `/api/client-files/${fileId}`}
          onEarlier={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
        />
      </div>
    </>
  );
}
