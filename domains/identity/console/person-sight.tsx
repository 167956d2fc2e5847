import { useEffect, type ReactElement, Suspense } from 'react';
import { Button, Dialog, Skeleton, useAct, useSockets, useWords } from '#platform/ui';
import { explainPerson, type PersonSight, type TeammateView } from '../contract.ts';
import { personSightWords } from './person-sight-words.ts';
import { Refused } from './refused.tsx';

/** What one teammate can see: a conversation or customer to choose, the pages of Settings, and what their roles allow. */
export function PersonSightDialog(props: {
  readonly person: TeammateView;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(personSightWords);
  const { id, name } = props.person;
  const { mutate, data, error } = useAct(explainPerson);
  const { sights } = useSockets();
  useEffect(() => mutate({ params: { id } }), [mutate, id]);
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={t('title', { name })}
      foot={<Button onClick={props.onClose}>{t('close')}</Button>}
    >
      <div className="flex flex-col gap-4">
        <p>{t('lead')}</p>
        <div className="grid grid-cols-2 gap-4 max-phone:grid-cols-1">
          {sights.map(({ id: piece, component: Piece }) => (
            <Suspense key={piece} fallback={null}>
              <Piece teammateId={id} name={name} />
            </Suspense>
          ))}
        </div>
        {!data && !error && <Skeleton rows={5} rowHeightPx={28} label={t('loading')} />}
        {data?.isOutside && <p>{t('outside', { name })}</p>}
        {data && <Areas sight={data} />}
        {data && <Roles sight={data} />}
        <Refused by={error} />
      </div>
    </Dialog>
  );
}

function Areas({ sight }: { readonly sight: PersonSight }): ReactElement {
  const t = useWords(personSightWords);
  const { settingsPages } = useSockets();
  const titleOf = (id: string): string => settingsPages.find((page) => page.id === id)?.title ?? id;
  type Area = PersonSight['areas'][number];
  const wayOf = (area: Area): string => {
    if (!area.opens) return t('shut');
    return t(area.changes ? 'changes' : 'opens');
  };
  const shutHere = sight.areas.filter(({ opens }) => !opens).length;
  // a colleague is missed at a page by its name; of a guest or client nobody reads a page of doors that are shut
  const shut = sight.isOutside ? shutHere : 0;
  const isAll = shut === sight.areas.length;
  const isShown = ({ opens }: Area): boolean => opens || !sight.isOutside;
  return (
    <section aria-label={t('areas')}>
      <h3 className="pb-1 text-md">{t('areas')}</h3>
      <ul className="grid grid-cols-2 gap-x-6 max-phone:grid-cols-1">
        {sight.areas.filter(isShown).map((area) => (
          <li key={area.id} className="flex flex-wrap items-baseline gap-x-2 border-t border-line py-1">
            <span className={area.opens ? 'font-semibold' : 'text-text-3'}>{titleOf(area.id)}</span>
            <span className="text-sm text-text-2">
              {wayOf(area)}
              {area.opens && `, ${t('by', { roles: area.roles.join(', ') })}`}
            </span>
          </li>
        ))}
      </ul>
      {shut > 0 && <p className="text-text-2">{t(isAll ? 'shut-all' : 'shut-more', { count: shut })}</p>}
    </section>
  );
}

function Roles({ sight }: { readonly sight: PersonSight }): ReactElement {
  const t = useWords(personSightWords);
  return (
    <section aria-label={t('roles')}>
      <h3 className="pb-1 text-md">{t('roles')}</h3>
      {sight.roles.map((role) => (
        <details key={role.name} className="border-t border-line py-1.5">
          <summary className="flex min-h-6 cursor-pointer items-center font-semibold max-phone:min-h-10">
            <bdi>{role.name}</bdi>
          </summary>
          {role.permissions.length === 0 && <p className="text-text-2">{t('nothing')}</p>}
          <ul className="flex list-disc flex-col gap-0.5 ps-6 pt-1 text-text-2">
            {role.permissions.map(({ name, says, scope }) => (
              <li key={name}>
                {says}: {t(`scope-${scope}`)}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
