import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { listTeammates } from '#domains/identity/contract';
import { Button, CheckField, ErrorNote, useAct, usePages, useView, useWords } from '#platform/ui';
import { type BrandView, leaveBrand, listServing, serveBrand } from '../contract.ts';
import { organisationWords } from './organisation-words.ts';

/** Who serves a brand: a tick lets somebody in at once, and its end shuts what they have open. */
export function BrandTeam({ brandId }: { readonly brandId: BrandView['id'] }): ReactElement | null {
  const t = useWords(organisationWords);
  const client = useQueryClient();
  const serving = useView(listServing, { params: { id: brandId } });
  const people = usePages(listTeammates, { query: {} });
  const serve = useAct(serveBrand);
  const leave = useAct(leaveBrand);
  const ids = new Set<string>(serving.data?.rows);
  const refused = serve.error ?? leave.error;
  if (!serving.data || !people.data) return null;
  const tick = (teammateId: string, isServing: boolean): void => {
    const onSettled = (): void => void client.invalidateQueries({ queryKey: [listServing.path] });
    (isServing ? serve : leave).mutate({ params: { id: brandId, teammateId } }, { onSettled });
  };
  return (
    <fieldset className="flex flex-col gap-2" disabled={serve.isPending || leave.isPending}>
      <legend className="font-semibold">{t('who')}</legend>
      <p className="text-text-2">{t('whoLead')}</p>
      <ul className="grid grid-cols-2 gap-2 max-phone:grid-cols-1">
        {people.data.pages
          .flatMap((page) => page.rows)
          .map(({ id, name }) => (
            <li key={id}>
              <CheckField label={name} checked={ids.has(id)} onChange={(isServing) => tick(id, isServing)} />
            </li>
          ))}
      </ul>
      {people.hasNextPage && (
        <Button look="ghost" className="self-start" onClick={() => void people.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {refused && <ErrorNote title={refused.problem.title} detail={refused.problem.help ?? refused.problem.detail} />}
    </fieldset>
  );
}
