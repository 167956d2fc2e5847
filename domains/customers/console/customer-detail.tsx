import { ArrowLeft } from 'lucide-react';
import { type ReactElement, Suspense } from 'react';
import {
  Avatar,
  Button,
  dateOf,
  EmptyState,
  ErrorNote,
  Skeleton,
  useGo,
  useSockets,
  useView,
  useWords,
} from '#platform/ui';
import { CustomerId, readCustomer } from '../contract.ts';
import { AboutCard } from './about-card.tsx';
import { CompaniesCard } from './companies-card.tsx';
import { CustomerFields } from './fields-card.tsx';
import { ConsentCard } from './consent-card.tsx';
import { IdentitiesCard } from './identities-card.tsx';
import { MergesCard } from './merges-card.tsx';
import { NotesCard } from './notes-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import { customerWords } from './words.ts';

/** One customer: who it is, how they are found, then what other domains know of them and can do for them. */
export function CustomerDetail(props: { readonly id: string }): ReactElement {
  const t = useWords(customerWords);
  const go = useGo();
  const asked = CustomerId.safeParse(props.id);
  const { data: customer, error } = useView(
    readCustomer,
    { params: { id: asked.success ? asked.data : CustomerId.parse(nobody) } },
    { enabled: asked.success },
  );
  const { customers: pieces } = useSockets();
  if (!asked.success) return <EmptyState title={t('choose')}>{t('chooseHint')}</EmptyState>;
  if (error && !customer) return <ErrorNote title={error.problem.title} detail={error.problem.help} />;
  if (!customer) return <Skeleton rows={5} rowHeightPx={64} label={t('loading')} />;
  const name = customer.name || t('unnamed');
  const drawn = (place: 'acts' | 'body') =>
    pieces
      .filter((piece) => piece.place === place)
      .map(({ id, component: Piece }) => (
        <Suspense key={id} fallback={null}>
          <Piece customerId={customer.id} name={name} can={customer.can} isErased={customer.erasedAt !== null} />
        </Suspense>
      ));
  return (
    <div className="flex max-w-[860px] flex-col gap-4 px-6 py-5 max-phone:px-3.5">
      <header className="flex flex-wrap items-center gap-3.5">
        <Button
          look="ghost"
          square
          className="-ms-2 phone:hidden"
          aria-label={t('back')}
          onClick={() => go('/customers')}
        >
          <ArrowLeft className="turns size-[22px]" />
        </Button>
        <Avatar name={name} sizePx={52} />
        <div className="min-w-0 flex-1 basis-40">
          <h2 className="truncate text-xl">
            <bdi>{name}</bdi>
          </h2>
          <p className="text-text-3">{t('since', { when: dateOf(customer.firstSeenAt, true) })}</p>
        </div>
        {customer.erasedAt === null && <div className="flex flex-wrap gap-2">{drawn('acts')}</div>}
      </header>
      {customer.erasedAt !== null && (
        <p role="status" className="rounded-md bg-surface-3 px-3.5 py-2.5">
          <b className="font-semibold">{t('erased')}</b> {t('erasedHint', { when: dateOf(customer.erasedAt, true) })}
        </p>
      )}
      <IdentitiesCard customer={customer} />
      <AboutCard customer={customer} />
      <CustomerFields customer={customer} />
      <CompaniesCard customer={customer} />
      {customer.erasedAt === null && <NotesCard customerId={customer.id} mayEdit={customer.can.includes('edit')} />}
      {customer.erasedAt === null && <ConsentCard customerId={customer.id} mayEdit={customer.can.includes('edit')} />}
      {drawn('body')}
      {customer.erasedAt === null && <MergesCard customer={customer} />}
      <TimelineCard customerId={customer.id} />
    </div>
  );
}

/** Asked of nobody: the view is off while the address holds no id. */
const nobody = '00000000-0000-4000-8000-000000000000';
