import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FieldForm, useAct, useView, useWords, viewKey } from '#platform/ui';
import {
  changeCompany,
  changeCustomer,
  type CompanyView,
  type CustomerView,
  listFields,
  readCompany,
  shownFields,
} from '../contract.ts';
import { Card } from './card.tsx';
import { useCustomerAct } from './use-customer-act.ts';
import { customerWords } from './words.ts';

type Values = Readonly<Record<string, unknown>>;

/** The workspace's own fields of a customer. */
export function CustomerFields({ customer }: { readonly customer: CustomerView }): ReactElement | null {
  const t = useWords(customerWords);
  const all = useView(listFields, {}).data?.rows ?? [];
  const change = useCustomerAct(changeCustomer, customer.id);
  const fields = shownFields(all, { kind: 'customer', brandId: customer.brandId }, customer.custom);
  if (fields.length === 0 || customer.erasedAt !== null) return null;
  return (
    <Card title={t('fields')}>
      <FieldForm
        fields={fields}
        values={customer.custom}
        refusal={change.error}
        isLocked={!customer.can.includes('edit')}
        onSet={(id, value) =>
          change.act({ params: { id: customer.id }, body: { custom: { [id]: value } } }, (now) => ({
            ...now,
            custom: withValue(now.custom, id, value),
          }))
        }
      />
    </Card>
  );
}

/** The workspace's own fields of a company. */
export function CompanyFields({ company }: { readonly company: CompanyView }): ReactElement | null {
  const t = useWords(customerWords);
  const client = useQueryClient();
  const all = useView(listFields, {}).data?.rows ?? [];
  const change = useAct(changeCompany);
  const fields = shownFields(all, { kind: 'company', brandId: company.brandId }, company.custom);
  if (fields.length === 0) return null;
  const key = viewKey(readCompany, { params: { id: company.id } });
  const set = (id: string, value: unknown): void => {
    client.setQueryData(key, { ...company, custom: withValue(company.custom, id, value) });
    change.mutate(
      { params: { id: company.id }, body: { custom: { [id]: value } } },
      { onSuccess: (after) => client.setQueryData(key, after), onError: () => client.setQueryData(key, company) },
    );
  };
  return (
    <Card title={t('fields')}>
      <FieldForm
        fields={fields}
        values={company.custom}
        refusal={change.error}
        isLocked={!company.can.includes('edit')}
        onSet={set}
      />
    </Card>
  );
}

function withValue(values: Values, id: string, value: unknown): Record<string, unknown> {
  const { [id]: _, ...others } = values;
  return value === null ? others : { ...others, [id]: value };
}
