import { useMemo } from 'react';
import { useView } from '#platform/ui';
import { listTeams } from '../routes.ts';
import { mentionsIn } from './mentions.ts';
import { useNames } from './use-names.ts';

/** Whom a note can name: teammates, and teams as those who work in them. */
export function useNamed() {
  const { people } = useNames();
  const teams = useView(listTeams, {}).data?.rows;
  return useMemo(() => {
    const ofTeams = (teams ?? []).map(({ id, name }) => ({ id: String(id), name, isTeam: true }));
    const named = [...people, ...ofTeams];
    const teamIds = new Set(ofTeams.map(({ id }) => id));
    const namedIn = (text: string) => {
      const ids = mentionsIn(text, named);
      return { mentions: ids.filter((id) => !teamIds.has(id)), teams: ids.filter((id) => teamIds.has(id)) };
    };
    return { named, namedIn };
  }, [people, teams]);
}
