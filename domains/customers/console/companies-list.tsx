import { useQueryClient } from '@tanstack/react-query';
import { Building2, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Dialog, useAct, useGo, usePages, useWords } from '#platform/ui';
import { type CompanyView, listCompanies, makeCompany } from '../contract.ts';
import { CompanyForm } from './company-form.tsx';
import { ListTabs, queryOf, SideList, useAsked, useListWish } from './side-list.tsx';
import { customerWords } from './words.ts';

/** The companies of the brands served. */
export function CompaniesList(props: { readonly openId: string }): ReactElement {
  const t = useWords(customerWords);
  const [wish, setWish] = useListWish();
  const [isMaking, setMaking] = useState(false);
  const asked = useAsked(wish);
  const pages = usePages(listCompanies, { query: asked });
  const rows: readonly CompanyView[] = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const empty = asked.text === undefined ? t('noCompanies') : t('noneFound', { text: asked.text });
  return (
    <>
      <SideList
        tabs={<ListTabs current="companies" />}
        searchLabel={t('searchCompanies')}
        wish={wish}
        onWish={setWish}
        pages={pages as never}
        rows={rows}
        openId={props.openId}
        hrefOf={(row) => `/customers/companies/${row.id}${queryOf(wish)}`}
        nameOf={(row) => row.name}
        empty={{ title: empty, hint: t('noCompaniesHint') }}
        renderRow={(row) => (
          <>
            <Building2 className="size-5 flex-none text-text-3" aria-hidden="true" />
            <span className="min-w-0 flex-1">
              <bdi className="block truncate font-semibold">{row.name}</bdi>
              <span dir="ltr" className="block truncate text-start text-xs text-text-3">
                {row.domains.join(', ')}
              </span>
            </span>
          </>
        )}
        foot={
          <div className="border-t border-line p-3">
            <Button onClick={() => setMaking(true)}>
              <Plus className="size-4" />
              {t('makeCompany')}
            </Button>
          </div>
        }
      />
      {isMaking && <NewCompany onClose={() => setMaking(false)} />}
    </>
  );
}

function NewCompany(props: { readonly onClose: () => void }): ReactElement {
  const t = useWords(customerWords);
  const go = useGo();
  const client = useQueryClient();
  const make = useAct(makeCompany);
  const onSuccess = ({ id }: CompanyView): void => {
    void client.invalidateQueries({ queryKey: [listCompanies.path] });
    props.onClose();
    go(`/customers/companies/${id}`);
  };
  return (
    <Dialog open onClose={props.onClose} title={t('makeCompany')}>
      <CompanyForm
        name=""
        domains={[]}
        saveLabel={t('make')}
        error={make.error}
        isPending={make.isPending}
        onSave={(body) => make.mutate({ body }, { onSuccess })}
        onCancel={props.onClose}
      />
    </Dialog>
  );
}
