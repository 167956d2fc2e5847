import type { BodyOf } from '#platform/contract';
import type { changeSsoConnection, SsoConnectionView } from '../contract.ts';

/** One line of what groups get: several lines of one group add up. */
export interface GroupLine {
  readonly key: string;
  readonly group: string;
  readonly roleId: string;
  readonly placeId: string;
}

/** What is typed of a connection, as the form holds it. */
export interface SsoDraft {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly domains: string;
  readonly groupsClaim: string;
  readonly lines: readonly GroupLine[];
  readonly letsIn: boolean;
  readonly required: boolean;
  readonly rescueId: string;
  readonly endsThere: boolean;
}

/** A connection as the form shows it; with nothing there, an empty one. */
export function draftOf(there: SsoConnectionView | null): SsoDraft {
  return {
    name: there?.name ?? '',
    issuer: there?.issuer ?? '',
    clientId: there?.clientId ?? '',
    clientSecret: '',
    domains: there?.domains.join(', ') ?? '',
    groupsClaim: there?.groupsClaim ?? 'groups',
    lines: there?.groups.flatMap(linesOf) ?? [],
    letsIn: there?.letsIn ?? false,
    required: there?.required ?? false,
    rescueId: there?.breakGlassIds[0] ?? '',
    endsThere: there?.endsThere ?? false,
  };
}

function linesOf({ group, roleIds, placeIds }: SsoConnectionView['groups'][number]): GroupLine[] {
  return Array.from({ length: Math.max(roleIds.length, placeIds.length, 1) }, (_, index) => ({
    key: crypto.randomUUID(),
    group,
    roleId: roleIds[index] ?? '',
    placeId: placeIds[index] ?? '',
  }));
}

/** What is sent: an empty secret keeps the one that is there. */
export function bodyOf(draft: SsoDraft, there: SsoConnectionView | null): BodyOf<typeof changeSsoConnection> {
  const { lines, rescueId, domains, clientSecret, ...rest } = draft;
  const others = there?.breakGlassIds.slice(1).filter((id) => id !== rescueId) ?? [];
  return {
    ...rest,
    ...secretOf(clientSecret, there),
    domains: domains.split(/[\s,;]+/).filter((one) => one !== ''),
    groups: groupsOf(lines),
    breakGlassIds: rescueId === '' ? [] : [rescueId, ...others],
  } as BodyOf<typeof changeSsoConnection>;
}

/** The secret as it is sent: left out where the kept one stays, null where the provider gave none. */
export function secretOf(typed: string, there: SsoConnectionView | null): { clientSecret?: string | null } {
  if (typed !== '') return { clientSecret: typed };
  return there === null ? { clientSecret: null } : {};
}

function groupsOf(lines: readonly GroupLine[]) {
  const names = [...new Set(lines.map(({ group }) => group.trim()))].filter((one) => one !== '');
  return names.map((group) => {
    const mine = lines.filter((line) => line.group.trim() === group);
    const unique = (ids: readonly string[]) => [...new Set(ids)].filter((id) => id !== '');
    return {
      group,
      roleIds: unique(mine.map(({ roleId }) => roleId)),
      placeIds: unique(mine.map(({ placeId }) => placeId)),
    };
  });
}
