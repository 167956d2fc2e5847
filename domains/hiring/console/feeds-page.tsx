import { listBrands } from '#domains/brands/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Rss } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import {
  Button,
  Chip,
  Dialog,
  EmptyState,
  ErrorNote,
  Field,
  newId,
  SelectField,
  Skeleton,
  useAct,
  useNow,
  useRooms,
  useView,
  useWords,
  viewKey,
  whenOf,
} from '#platform/ui';
import { addFeed, type FeedView, listFeeds, readFeedNow, removeFeed } from '../contract.ts';
import { feedWords } from './feed-words.ts';

const rowHeightPx = 72;

/** Settings > Openings from elsewhere: the feeds that are read, how each reading went, and a new one. */
export function FeedsPage(): ReactElement {
  const t = useWords(feedWords);
  useRooms(['opening-feed:all']);
  const { data, error } = useView(listFeeds, {});
  const rows = data?.rows;
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotSays')}</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <header>
        <h1 className="text-xl">{t('title')}</h1>
        <p className="max-w-prose text-text-2">{t('lead')}</p>
        <a
          href="/careers/openings"
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center font-semibold text-brand-text"
        >
          {t('seeSite')}
        </a>
      </header>
      <NewFeed />
      {error && !rows && <ErrorNote title={t('failed')} detail={error.problem.help ?? error.problem.title} />}
      {!rows && !error && <Skeleton rows={3} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {rows?.length === 0 && <EmptyState title={t('none')}>{t('noneSays')}</EmptyState>}
      {rows !== undefined && rows.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {rows.map((feed) => (
            <Feed key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Feed(props: { readonly feed: FeedView }): ReactElement {
  const t = useWords(feedWords);
  const client = useQueryClient();
  const { feed } = props;
  const now = useNow();
  const [isRemoving, setRemoving] = useState(false);
  const take = (reply: { readonly rows: readonly FeedView[] }): void =>
    void client.setQueryData(viewKey(listFeeds), reply);
  const again = useAct(readFeedNow);
  const remove = useAct(removeFeed);
  const asked = { params: { id: feed.id as never } };
  const wrong = again.error ?? remove.error;
  return (
    <li className="flex flex-wrap items-start gap-3 px-4 py-3">
      <Rss className="mt-1 size-4 text-text-3" aria-hidden />
      <div className="min-w-0 flex-1 basis-64">
        <b className="block font-semibold" dir="auto">
          {feed.name}
        </b>
        <a
          href={feed.address}
          target="_blank"
          rel="noreferrer"
          dir="ltr"
          className="inline-block min-h-6 max-w-full truncate text-xs text-brand-text"
        >
          {feed.address}
        </a>
        <p className="flex flex-wrap items-center gap-2 text-xs text-text-2">
          <State feed={feed} />
          <span>{t('shown', { count: feed.shown })}</span>
          {!feed.isBeingRead && <span>{t('next', { date: whenOf(feed.nextAt, now) })}</span>}
        </p>
        {feed.says && (
          <p className="mt-1 text-xs" dir="auto">
            {feed.says} {feed.outcome === 'failed' && t('kept')}
          </p>
        )}
        {wrong && <ErrorNote title={wrong.problem.title} detail={wrong.problem.help} />}
      </div>
      <Button
        size="sm"
        disabled={feed.isBeingRead || again.isPending}
        aria-label={`${t('again')}: ${feed.name}`}
        onClick={() => again.mutate(asked, { onSuccess: take })}
      >
        {t('again')}
      </Button>
      <Button size="sm" look="ghost" aria-label={`${t('remove')}: ${feed.name}`} onClick={() => setRemoving(true)}>
        {t('remove')}
      </Button>
      <Dialog
        open={isRemoving}
        onClose={() => setRemoving(false)}
        title={t('removeTitle', { name: feed.name })}
        foot={
          <>
            <Button onClick={() => setRemoving(false)}>{t('keep')}</Button>
            <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate(asked, { onSuccess: take })}>
              {t('remove')}
            </Button>
          </>
        }
      >
        <p>{t('removeSays')}</p>
      </Dialog>
    </li>
  );
}

function State(props: { readonly feed: FeedView }): ReactElement {
  const t = useWords(feedWords);
  const { feed } = props;
  const now = useNow();
  if (feed.isBeingRead || feed.triedAt === null) return <Chip tone="outline">{t('reading')}</Chip>;
  const date = whenOf(feed.triedAt, now);
  return feed.outcome === 'read' ? (
    <Chip tone="ok">{t('read', { date })}</Chip>
  ) : (
    <Chip tone="warn">{t('notRead', { date })}</Chip>
  );
}

function NewFeed(): ReactElement {
  const t = useWords(feedWords);
  const client = useQueryClient();
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [brand, setBrand] = useState('');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const act = useAct(addFeed);
  const brandId = brand || (brands[0]?.id ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const onSuccess = (now: { readonly rows: readonly FeedView[] }): void => {
      client.setQueryData(viewKey(listFeeds), now);
      setName('');
      setAddress('');
    };
    act.mutate({ body: { id: newId(), brandId: brandId as never, name, address } }, { onSuccess });
  };
  const said = act.error?.problem;
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3">
      {brands.length > 1 && (
        <SelectField
          label={t('brand')}
          value={brandId}
          options={brands.map(({ id, name: label }) => ({ id: String(id), label }))}
          onChoose={setBrand}
        />
      )}
      <div className="min-w-0 flex-1 basis-56">
        <Field
          label={t('name')}
          hint={t('nameHint')}
          required
          dir="auto"
          maxLength={160}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="min-w-0 flex-2 basis-80">
        <Field
          label={t('address')}
          hint={t('addressHint')}
          problem={said && `${said.title}. ${said.detail ?? said.help ?? ''}`}
          required
          type="url"
          dir="ltr"
          maxLength={2000}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </div>
      <Button
        type="submit"
        look="primary"
        className="mt-5 h-[38px] max-phone:h-11"
        disabled={act.isPending || brandId === ''}
      >
        {t('add')}
      </Button>
    </form>
  );
}
