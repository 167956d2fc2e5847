import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Building2 } from 'lucide-react';
import { type ReactElement, Suspense, useState } from 'react';
import {
  AppLink,
  Avatar,
  Button,
  Chip,
  EmptyState,
  ErrorNote,
  Skeleton,
  useAct,
  useGo,
  usePages,
  useSockets,
  useView,
  useWords,
  viewKey,
} from '#platform/ui';
import {
  changeCompany,
  CompanyId,
  type CompanyView,
  listCompanies,
  listCompanyPeople,
  readCompany,
} from '../contract.ts';
import { Card } from './card.tsx';
import { CompanyForm } from './company-form.tsx';
import { CompanyFields } from './fields-card.tsx';
import { customerWords } from './words.ts';

/** One company: its domains, who belongs to it, and what the other domains know of it. */
export function CompanyDetail(props: { readonly id: string }): ReactElement {
  const t = useWords(customerWords);
  const go = useGo();
  const asked = CompanyId.safeParse(props.id);
  const { data: company, error } = useView(
    readCompany,
    { params: { id: asked.success ? asked.data : props.id } },
    { enabled: asked.success },
  );
  const { companies: pieces } = useSockets();
  if (!asked.success) return <EmptyState title={t('choose')}>{t('chooseCompany')}</EmptyState>;
  if (error && !company) return <ErrorNote title={error.problem.title} detail={error.problem.help} />;
  if (!company) return <Skeleton rows={5} rowHeightPx={64} label={t('loading')} />;
  return (
    <div className="flex max-w-[860px] flex-col gap-4 px-6 py-5 max-phone:px-3.5">
      <header className="flex items-center gap-3.5">
        <Button
          look="ghost"
          square
          className="-ms-2 phone:hidden"
          aria-label={t('back')}
          onClick={() => go('/customers/companies')}
        >
          <ArrowLeft className="turns size-[22px]" />
        </Button>
        <span className="grid size-[52px] flex-none place-items-center rounded-xl bg-surface-3 text-text-2">
          <Building2 className="size-6" aria-hidden="true" />
        </span>
        <h2 dir="auto" className="min-w-0 truncate text-xl">
          {company.name}
        </h2>
      </header>
      <Domains company={company} />
      <CompanyFields company={company} />
      <People companyId={company.id} />
      {pieces.map(({ id, component: Piece }) => (
        <Suspense key={id} fallback={null}>
          <Piece companyId={company.id} name={company.name} brandId={company.brandId} can={company.can} />
        </Suspense>
      ))}
    </div>
  );
}

function Domains({ company }: { readonly company: CompanyView }): ReactElement {
  const t = useWords(customerWords);
  const [isEditing, setEditing] = useState(false);
  return (
    <Card
      title={t('domains')}
      action={
        company.can.includes('edit') &&
        !isEditing && (
          <Button size="sm" look="ghost" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {isEditing ? (
        <ChangeCompany company={company} onDone={() => setEditing(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-1.5">
          {company.domains.map((domain) => (
            <Chip key={domain} tone="outline">
              <bdi>{domain}</bdi>
            </Chip>
          ))}
          <p className="w-full text-xs text-text-3">{t(company.domains.length === 0 ? 'noDomains' : 'domainsSay')}</p>
        </div>
      )}
    </Card>
  );
}

function ChangeCompany(props: { readonly company: CompanyView; readonly onDone: () => void }): ReactElement {
  const t = useWords(customerWords);
  const client = useQueryClient();
  const { company } = props;
  const change = useAct(changeCompany);
  const onSuccess = (after: CompanyView): void => {
    client.setQueryData(viewKey(readCompany, { params: { id: company.id } }), after);
    void client.invalidateQueries({ queryKey: [listCompanies.path] });
    void client.invalidateQueries({ queryKey: [listCompanyPeople.path] });
    props.onDone();
  };
  return (
    <CompanyForm
      name={company.name}
      domains={company.domains}
      saveLabel={t('save')}
      error={change.error}
      isPending={change.isPending}
      onSave={(body) => change.mutate({ params: { id: company.id }, body }, { onSuccess })}
      onCancel={props.onDone}
    />
  );
}

function People(props: { readonly companyId: string }): ReactElement {
  const t = useWords(customerWords);
  const pages = usePages(listCompanyPeople, { params: { id: props.companyId } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Card title={t('people')}>
      {pages.data && rows.length === 0 && <p className="text-text-3">{t('noPeople')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <AppLink
              href={`/customers/${row.id}`}
              label={row.name || t('unnamed')}
              current={false}
              className="flex min-h-10 items-center gap-2.5 hover:bg-hover"
            >
              <Avatar name={row.name || t('unnamed')} sizePx={26} />
              <bdi className="min-w-0 truncate font-medium">{row.name || t('unnamed')}</bdi>
              {row.role && (
                <span dir="auto" className="min-w-0 truncate text-text-3">
                  {row.role}
                </span>
              )}
              {row.via === 'domain' && <span className="ms-auto flex-none text-xs text-text-3">{t('viaDomain')}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Card>
  );
}
