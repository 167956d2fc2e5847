import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { explainArea, type PersonOfArea } from '#domains/identity/contract';
import { Button, Dialog, ErrorNote, Skeleton, useAct, useWords } from '#platform/ui';
import { areaSightWords } from './area-sight-words.ts';

/** Who opens and who changes one page of Settings, and by which role. */
export function AreaSight(props: {
  readonly area: string;
  readonly title: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(areaSightWords);
  const { mutateAsync, isPending, error } = useAct(explainArea);
  const [rows, setRows] = useState<readonly PersonOfArea[]>([]);
  const [next, setNext] = useState<string | null>();
  const { area } = props;
  const read = useCallback(
    (after?: string): void =>
      void mutateAsync({ body: { area, after, limit: 50 } }).then(
        (page) => {
          setRows((before) => (after === undefined ? page.rows : [...before, ...page.rows]));
          setNext(page.next);
        },
        // said below
        () => undefined,
      ),
    [mutateAsync, area],
  );
  useEffect(() => read(), [read]);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('title', { page: props.title })}
      foot={<Button onClick={props.onClose}>{t('close')}</Button>}
    >
      <p className="pb-2">{t('lead')}</p>
      {next === undefined && !error && <Skeleton rows={4} rowHeightPx={40} label={t('loading')} />}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-t border-line py-1.5">
            <bdi className="font-semibold">{row.name}</bdi>
            <p className="text-sm text-text-2">
              {t(row.changes ? 'changes' : 'opens')}, {t('by', { roles: row.roles.join(', ') })}
            </p>
          </li>
        ))}
      </ul>
      {typeof next === 'string' && (
        <Button className="mt-2" disabled={isPending} onClick={() => read(next)}>
          {t('more')}
        </Button>
      )}
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
    </Dialog>
  );
}
