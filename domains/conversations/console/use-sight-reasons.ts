import { useWords } from '#platform/ui';
import type { SightView } from '../contract.ts';
import { sightWords } from './sight-words.ts';

/** The policy's answer about one conversation, a sentence a reason. */
export function useSightReasons({ allowed, ground, knowing, lacks, roles }: SightView): readonly string[] {
  const t = useWords(sightWords);
  // a guest's or client's role reaches no part of the desk: how far says nothing
  const isOutside = ground === 'shared' || ground === 'client' || lacks.includes('not-shared');
  return [
    ...roles.map((role) =>
      isOutside ? t('role', { role: role.name }) : t('byRole', { role: role.name, scope: t(`scope-${role.scope}`) }),
    ),
    ...(allowed && ground ? [t(`ground-${ground}`)] : []),
    ...(allowed && knowing && knowing !== 'open' && ground !== 'shared' ? [t(`knowing-${knowing}`)] : []),
    ...lacks.map((lack) => t(`lack-${lack}`)),
  ];
}
