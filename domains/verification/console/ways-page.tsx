import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { listBrands } from '#domains/brands/contract';
import { Button, EmptyState, ErrorNote, newId, Skeleton, useAct, useView, useWords } from '#platform/ui';
import { addWay, changeWay, listWays, removeWay, type VerificationWay } from '../contract.ts';
import { useVerificationsChanged } from './use-changed.ts';
import { WayForm } from './way-form.tsx';
import { verificationWords } from './words.ts';

interface Edited {
  readonly way: VerificationWay;
  readonly isNew: boolean;
}

/** Settings > Checking who somebody is: the ways of each brand. Each is written by itself. */
export function WaysPage(): ReactElement {
  const t = useWords(verificationWords);
  const asked = useView(listWays, {});
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [edited, setEdited] = useState<Edited>();
  const [add, change, remove] = [useAct(addWay), useAct(changeWay), useAct(removeWay)];
  const changed = useVerificationsChanged();
  const refusal = add.error ?? change.error ?? remove.error;
  const done = {
    onSuccess: (): void => {
      setEdited(undefined);
      changed();
    },
  };
  const save = ({ id, ...body }: VerificationWay): void => {
    for (const act of [add, change, remove]) act.reset();
    if (edited?.isNew) add.mutate({ body: { id, ...body } }, done);
    else change.mutate({ params: { id } as never, body }, done);
  };
  const begin = (): VerificationWay => ({
    id: newId(),
    brandId: String(brands[0]?.id ?? ''),
    name: '',
    asks: [],
    allows: '',
    holdsMinutes: 60,
    endsWithCall: true,
  });
  const brandOf = (way: VerificationWay): string => brands.find(({ id }) => id === way.brandId)?.name ?? '';
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="flex-1">{t('title')}</h1>
        <Button look="primary" disabled={brands.length === 0} onClick={() => setEdited({ way: begin(), isNew: true })}>
          <Plus className="size-4" />
          {t('add')}
        </Button>
      </header>
      <p className="text-text-2">{t('lead')}</p>
      {asked.error && <ErrorNote title={asked.error.problem.title} detail={asked.error.problem.help} />}
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
      {!asked.data && !asked.error && <Skeleton rows={3} rowHeightPx={56} label={t('loading')} />}
      {asked.data?.rows.length === 0 && !edited && <EmptyState title={t('none')}>{t('noneSays')}</EmptyState>}
      {edited && (
        <WayForm
          key={edited.way.id}
          way={edited.way}
          brands={brands}
          isPending={add.isPending || change.isPending}
          onSave={save}
          onCancel={() => setEdited(undefined)}
        />
      )}
      <ul className="flex flex-col">
        {asked.data?.rows.map((way) => (
          <li key={way.id} className="flex flex-wrap items-start gap-3 border-b border-line py-3">
            <span className="min-w-0 flex-1 basis-64">
              <b dir="auto">{way.name}</b>
              <span dir="auto" className="block text-text-2">
                {t('of', { brand: brandOf(way), asks: way.asks.join(' · ') })}
              </span>
            </span>
            <Button size="sm" onClick={() => setEdited({ way, isNew: false })}>
              {t('edit', { name: way.name })}
            </Button>
            <Button
              size="sm"
              disabled={remove.isPending}
              onClick={() => remove.mutate({ params: { id: way.id } as never }, done)}
            >
              {t('remove', { name: way.name })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
