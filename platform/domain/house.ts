import type { AnyRoute } from '#platform/contract';
import { createSay, type Say, spanishOfPlatform } from '#platform/words';
import type { Actor } from '#platform/policy';
import type { Handler } from './answer.ts';
import type { ConfigNames, ConfigPart } from './config-part.ts';
import type { GroupPlaces } from './group-places.ts';
import type { KeepAudit } from './keep-audit.ts';
import type { OfBrand } from './of-brand.ts';
import type { Importable } from './importable.ts';
import type { SendLetter } from './letter.ts';
import type { NoticeKind, Subject } from './notice-kind.ts';
import type { PromiseAtOpening } from './promise-at-opening.ts';
import type { Job, Reaction } from './reactions.ts';
import type { SettingsArea } from './settings-area.ts';
import type { Channel, Desk, Domain, HealthCheck, Metric, Permission, Process, Setting, Topic } from './sockets.ts';

/** All domains and desks, gathered once at start. */
export interface House {
  readonly domains: readonly Domain[];
  readonly desks: readonly Desk[];
  readonly handlers: readonly Handler[];
  readonly permissions: readonly Permission[];
  readonly settings: ReadonlyMap<string, Setting>;
  /** Pages of Settings by name. */
  readonly settingsAreas: ReadonlyMap<string, SettingsArea>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly importables: ReadonlyMap<string, Importable>;
  /** In the order in which they are applied. */
  readonly configParts: ReadonlyMap<string, ConfigPart>;
  readonly configNames: readonly ConfigNames[];
  /** What the domains keep of a brand. */
  readonly ofBrand: readonly OfBrand[];
  readonly noticeKinds: ReadonlyMap<string, NoticeKind>;
  /** What a notice can be about, by kind. */
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly processes: readonly Process[];
  readonly health: readonly HealthCheck[];
  /** How mail of our own leaves; null where no domain carries any. */
  readonly sendLetter: SendLetter | null;
  /** Who keeps the audit log; null where nobody does. */
  readonly keepAudit: KeepAudit | null;
  /** Where groups of a single sign-on can put people; null where there are no such places. */
  readonly groupPlaces: GroupPlaces | null;
  /** What is promised where a matter opens; null where no domain promises anything. */
  readonly promiseAtOpening: PromiseAtOpening | null;
  /** Says an English sentence of ours in another language. */
  readonly say: Say;
  readonly jobs: ReadonlyMap<string, Job>;
  /** Reactions by event name. */
  readonly within: ReadonlyMap<string, readonly Reaction[]>;
  readonly after: ReadonlyMap<string, readonly Reaction[]>;
}

/** Gathers the domains in their order; two of one name, or a route twice, is our mistake and stops the start. */
export function gather(domains: readonly Domain[], desks: readonly Desk[]): House {
  const handlers = domains.flatMap((domain) => domain.routes ?? []);
  onlyOnce(
    'route',
    handlers.map(({ route }) => routeName(route)),
  );
  onlyOnce(
    'domain',
    domains.map(({ name }) => name),
  );
  const reactions = domains.flatMap((domain) =>
    (domain.reactions ?? []).map((reaction) => ({ ...reaction, name: `${domain.name}.${reaction.name}` })),
  );
  const jobs = domains.flatMap((domain) => domain.jobs ?? []);
  onlyOnce('job', [
    ...jobs.map(({ name }) => name),
    ...reactions.filter((r) => r.when === 'after').map(({ name }) => name),
  ]);
  return {
    domains,
    desks,
    handlers,
    permissions: domains.flatMap((domain) => domain.permissions ?? []),
    ...ofSettings(domains),
    metrics: byKey(
      domains.flatMap((domain) => domain.metrics ?? []),
      ({ id }) => id,
    ),
    channels: byKey(
      domains.flatMap((domain) => domain.channel ?? []),
      ({ kind }) => kind,
    ),
    topics: byKey(
      domains.flatMap((domain) => domain.topics ?? []),
      ({ name }) => name,
    ),
    importables: byKey(
      domains.flatMap((domain) => domain.importables ?? []),
      ({ kind }) => kind,
    ),
    configParts: byKey(
      domains.flatMap((domain) => domain.configParts ?? []),
      ({ name }) => name,
    ),
    configNames: domains.flatMap((domain) => domain.configNames ?? []),
    ofBrand: domains.flatMap((domain) => domain.ofBrand ?? []),
    ...ofNotices(domains),
    processes: domains.flatMap((domain) => domain.processes ?? []),
    health: domains.flatMap((domain) => domain.health ?? []),
    ...filledByOne(domains),
    say: createSay([{ es: spanishOfPlatform }, ...domains.flatMap(({ said }) => said ?? [])]),
    jobs: byKey(jobs, ({ name }) => name),
    within: groupByEvent(reactions.filter(({ when }) => when === 'within')),
    after: groupByEvent(reactions.filter(({ when }) => when === 'after')),
  };
}

/**
 * Somebody who does not work at this desk: all they hold are permissions for people from outside. Who holds nothing is
 * nobody here yet, and is treated the same.
 */
export function isOutside(house: Pick<House, 'permissions'>, { kind, permissions }: Actor): boolean {
  if (kind !== 'teammate' && kind !== 'service') return false;
  return house.permissions.every(({ name, isOutside: outside }) => outside || !permissions.has(name));
}

/** What an administrator sets, and the pages on which it is done. */
function ofSettings(domains: readonly Domain[]): Pick<House, 'settings' | 'settingsAreas'> {
  return {
    settings: byKey(
      domains.flatMap((domain) => domain.settings ?? []),
      ({ name }) => name,
    ),
    settingsAreas: byKey(
      domains.flatMap((domain) => domain.settingsAreas ?? []),
      ({ id }) => id,
    ),
  };
}

/** What can be told, and what about. */
function ofNotices(domains: readonly Domain[]): Pick<House, 'noticeKinds' | 'subjects'> {
  return {
    noticeKinds: byKey(
      domains.flatMap((domain) => domain.notices ?? []),
      ({ name }) => name,
    ),
    subjects: byKey(
      domains.flatMap((domain) => domain.subjects ?? []),
      ({ kind }) => kind,
    ),
  };
}

/** The sockets that one domain fills for all. */
function filledByOne(
  domains: readonly Domain[],
): Pick<House, 'sendLetter' | 'keepAudit' | 'promiseAtOpening' | 'groupPlaces'> {
  return {
    sendLetter: domains.find((domain) => domain.sendLetter)?.sendLetter ?? null,
    keepAudit: domains.find((domain) => domain.keepAudit)?.keepAudit ?? null,
    groupPlaces: domains.find((domain) => domain.groupPlaces)?.groupPlaces ?? null,
    promiseAtOpening: domains.find((domain) => domain.promiseAtOpening)?.promiseAtOpening ?? null,
  };
}

/** `PUT /api/conversations/:id/closure`. */
export function routeName(route: AnyRoute): string {
  return `${route.method} ${route.path}`;
}

function byKey<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  onlyOnce('name', items.map(key));
  return new Map(items.map((item) => [key(item), item]));
}

function groupByEvent(reactions: readonly Reaction[]): ReadonlyMap<string, readonly Reaction[]> {
  const byName = new Map<string, Reaction[]>();
  for (const reaction of reactions) {
    const list = byName.get(reaction.event.name) ?? [];
    list.push(reaction);
    byName.set(reaction.event.name, list);
  }
  return byName;
}

function onlyOnce(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Error(`The ${what} "${name}" is declared twice.`);
    seen.add(name);
  }
}
