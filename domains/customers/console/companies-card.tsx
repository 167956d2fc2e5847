import { Building2, Plus, X } from 'lucide-react';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { AppLink, Button, ChoicePicker, ErrorNote, newId, useAct, useTell, useView, useWords } from '#platform/ui';
import { beginMembership, type CustomerView, endMembership, listCompanies, makeCompany } from '../contract.ts';
import { Card } from './card.tsx';
import { useCustomerAct } from './use-customer-act.ts';
import { customerWords } from './words.ts';

type Membership = CustomerView['companies'][number];

/** Where a customer belongs. */
export function CompaniesCard({ customer }: { readonly customer: CustomerView }): ReactElement {
  const t = useWords(customerWords);
  const [isAdding, setAdding] = useState(false);
  const { join, makeAndJoin, error } = useJoining(customer, () => setAdding(false));
  const mayEdit = customer.can.includes('edit');
  return (
    <Card
      title={t('companies')}
      action={
        mayEdit && (
          <Button size="sm" look="ghost" onClick={() => setAdding(true)}>
            <Plus className="size-3.5" />
            {t('addCompany')}
          </Button>
        )
      }
    >
      {customer.companies.length === 0 && <p className="text-text-3">{t('noCompany')}</p>}
      <ul>
        {customer.companies.map((company) => (
          <CompanyLine key={company.id} customer={customer} company={company} mayEdit={mayEdit} />
        ))}
      </ul>
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      {isAdding && (
        <CompanyPicker customer={customer} onPick={join} onNew={makeAndJoin} onClose={() => setAdding(false)} />
      )}
    </Card>
  );
}

/** Belonging to one that is there, or to one that is made for it. */
function useJoining(customer: CustomerView, onDone: () => void) {
  const make = useAct(makeCompany);
  const begin = useCustomerAct(beginMembership, customer.id);
  const join = (companyId: string, name: string): void => {
    const isPrimary = customer.companies.length === 0;
    const mine = { id: companyId, name, role: null, isPrimary } as Membership;
    begin.act({ params: { id: customer.id, companyId }, body: { role: null, isPrimary } }, (now) => ({
      ...now,
      companies: [...now.companies.filter(({ id }) => id !== companyId), mine],
    }));
    onDone();
  };
  const makeAndJoin = (name: string): void => {
    make.mutate({ body: { brandId: customer.brandId, name } }, { onSuccess: (made) => join(made.id, made.name) });
    onDone();
  };
  return { join, makeAndJoin, error: make.error ?? begin.error };
}

function CompanyLine(props: {
  readonly customer: CustomerView;
  readonly company: Membership;
  readonly mayEdit: boolean;
}): ReactElement {
  const t = useWords(customerWords);
  const tell = useTell();
  const { customer, company } = props;
  const end = useCustomerAct(endMembership, customer.id);
  const begin = useCustomerAct(beginMembership, customer.id);
  const params = { id: customer.id, companyId: company.id };
  const back = (): void => begin.act({ params, body: { role: company.role, isPrimary: company.isPrimary } });
  const remove = (): void =>
    end.act(
      { params },
      (now) => ({ ...now, companies: now.companies.filter(({ id }) => id !== company.id) }),
      () =>
        tell({ id: newId(), icon: <X />, text: t('leftCompany', { name: company.name }), stayMs: 8000, undo: back }),
    );
  return (
    <li className="flex min-h-8 items-center gap-2.5">
      <Building2 className="size-4 text-text-3" aria-hidden="true" />
      <AppLink
        href={`/customers/companies/${company.id}`}
        label={company.name}
        current={false}
        className="min-w-0 truncate font-medium hover:underline"
      >
        <bdi>{company.name}</bdi>
      </AppLink>
      {company.role && (
        <span dir="auto" className="min-w-0 truncate text-text-3">
          {company.role}
        </span>
      )}
      {props.mayEdit && (
        <Button
          size="sm"
          look="ghost"
          square
          className="ms-auto"
          aria-label={t('leaveCompany', { name: company.name })}
          onClick={remove}
        >
          <X />
        </Button>
      )}
      {end.error && <ErrorNote title={end.error.problem.title} detail={end.error.problem.help} />}
    </li>
  );
}

/** Most companies to choose from at once; letters find the others. */
const offered = 100;

function CompanyPicker(props: {
  readonly customer: CustomerView;
  readonly onPick: (id: string, name: string) => void;
  readonly onNew: (name: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(customerWords);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const query = { brandId: props.customer.brandId, sort: 'name', limit: offered } as const;
  const first = useView(listCompanies, { query }).data;
  const found = useView(listCompanies, { query: { ...query, text } }, { enabled: text !== '' && first?.next !== null });
  const isLooking = text !== typed.trim() || found.isLoading;
  const rows = [...new Map([...(first?.rows ?? []), ...(found.data?.rows ?? [])].map((row) => [row.id, row])).values()];
  return (
    <ChoicePicker
      title={t('companies')}
      placeholder={t('findCompany')}
      offered={rows.map(({ id, name }) => ({ id, label: name, icon: <Building2 /> }))}
      fresh={{
        // while it is looked for it may be there already
        label: (name) => (isLooking ? undefined : t('newCompany', { name })),
        onTake: props.onNew,
      }}
      onText={setTyped}
      onPick={(id) => props.onPick(id, rows.find((row) => row.id === id)?.name ?? '')}
      onClose={props.onClose}
    />
  );
}
