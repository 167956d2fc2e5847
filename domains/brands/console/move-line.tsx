import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button, Dialog, ErrorNote, SelectField, useAct, useGo, useView, useWords, viewKey } from '#platform/ui';
import { type LineView, listBrands, listLines, moveLine } from '../contract.ts';
import { moveWords } from './move-words.ts';

/** The way of a line to another brand: says what becomes of everything before it goes. Nothing where there is one brand. */
export function MoveLine({ line }: { readonly line: LineView }): ReactElement | null {
  const t = useWords(moveWords);
  const go = useGo();
  const client = useQueryClient();
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [isAsking, setAsking] = useState(false);
  const others = brands.filter(({ id }) => id !== line.brandId);
  const [chosen, setChosen] = useState<string>();
  const move = useAct(moveLine);
  const [first] = others;
  if (!first) return null;
  const to = others.find(({ id }) => id === chosen) ?? first;
  const from = brands.find(({ id }) => id === line.brandId)?.name ?? '';
  const onSuccess = (moved: LineView): void => {
    setAsking(false);
    void client.invalidateQueries({ queryKey: viewKey(listLines).slice(0, 1) });
    go(`/settings/channels/${moved.id}`, { replace: true });
  };
  const says = [
    t('stays', { from }),
    t('comes', { to: to.name }),
    t('answers', { to: to.name, from }),
    t('carried', { to: to.name }),
    t('anew'),
  ];
  return (
    <>
      <Button look="ghost" size="sm" onClick={() => setAsking(true)}>
        {t('move')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('sure', { name: line.name })}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>{t('keep')}</Button>
            <Button
              look="primary"
              disabled={move.isPending}
              onClick={() => move.mutate({ params: { id: line.id }, body: { brandId: to.id } }, { onSuccess })}
            >
              {t('moveTo', { to: to.name })}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <SelectField
            label={t('where')}
            value={to.id as string}
            options={others.map(({ id, name }) => ({ id: id as string, label: name }))}
            onChoose={setChosen}
          />
          <ul className="flex list-disc flex-col gap-1.5 ps-5 text-text-2">
            {says.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {move.error && <ErrorNote title={move.error.problem.title} detail={move.error.problem.help} />}
        </div>
      </Dialog>
    </>
  );
}
