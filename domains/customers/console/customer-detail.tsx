import { ArrowLeft } from 'lucide-react';
import { type ReactElement, Suspense } from 'react';
import {
  Avatar,
  Button,
  Chip,
  dateOf,
  EmptyState,
  ErrorNote,
  KeyValues,
  Skeleton,
  timeOf,
  useGo,
  useNow,
  useSockets,
  useView,
  useWords,
} from '#platform/ui';
import { CustomerId, type CustomerView, readCustomer } from '../contract.ts';
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
          <Piece customerId={customer.id} name={name} can={customer.can} />
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
      <Identities customer={customer} />
      <About customer={customer} />
      {drawn('body')}
    </div>
  );
}

/** Asked of nobody: the view is off while the address holds no id. */
const nobody = '00000000-0000-4000-8000-000000000000';

function Identities({ customer }: { readonly customer: CustomerView }): ReactElement | null {
  const t = useWords(customerWords);
  if (customer.identities.length === 0) return null;
  return (
    <Card title={t('reachedBy')}>
      <ul className="flex flex-col gap-1">
        {customer.identities.map((identity) => (
          <li key={identity.id} className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
            <span className="w-28 flex-none text-text-3">{t(identity.kind)}</span>
            <bdi className="min-w-0 break-all">{identity.value}</bdi>
            {identity.verifiedAt !== null && <Chip tone="ok">{t('verified')}</Chip>}
            {identity.undeliverableAt !== null && (
              <Chip tone="bad">{t('undeliverable', { when: dateOf(identity.undeliverableAt) })}</Chip>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ customer }: { readonly customer: CustomerView }): ReactElement | null {
  const t = useWords(customerWords);
  const now = useNow();
  const { zone, place, locale, companies } = customer;
  const rows = [
    ...(place === null ? [] : [{ key: t('place'), value: place }]),
    ...(zone === null ? [] : [{ key: t('zone'), value: t('thereNow', { zone, time: timeOf(new Date(now), zone) }) }]),
    ...(locale === null ? [] : [{ key: t('locale'), value: languageOf(locale) }]),
    ...(companies.length === 0
      ? []
      : [
          {
            key: t('companies'),
            value: companies.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join('; '),
          },
        ]),
  ];
  if (rows.length === 0) return null;
  return (
    <Card title={t('about')}>
      <KeyValues rows={rows} />
    </Card>
  );
}

/** `sv` as "Svenska": in its own words, so that its speaker knows it. */
function languageOf(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

function Card(props: { readonly title: string; readonly children: ReactElement }): ReactElement {
  return (
    <section aria-label={props.title} className="rounded-lg border border-line bg-surface px-4 pt-3 pb-3.5">
      <h3 className="mb-1.5 text-xs font-semibold text-text-3">{props.title}</h3>
      {props.children}
    </section>
  );
}
