import type { Kysely } from 'kysely';
import type * as z from 'zod';
import type { Config } from '#platform/config';
import type { ChannelCapabilities, Scope } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import type { Actor } from '#platform/policy';
import type { Said } from '#platform/words';
import type { ActorParts } from './actor-parts.ts';
import type { AtOnce } from './at-once.ts';
import type { Handler } from './answer.ts';
import type { ConfigNames, ConfigPart } from './config-part.ts';
import type { GroupPlaces } from './group-places.ts';
import type { OfBrand } from './of-brand.ts';
import type { Importable } from './importable.ts';
import type { KeepAudit } from './keep-audit.ts';
import type { KeptType } from './keeping.ts';
import type { SendLetter } from './letter.ts';
import type { Demo } from './demo-story.ts';
import type { CustomerMoments } from './moments.ts';
import type { NoticeKind, Subject } from './notice-kind.ts';
import type { PromiseAtOpening } from './promise-at-opening.ts';
import type { Job, Reaction } from './reactions.ts';
import type { SettingsArea } from './settings-area.ts';
import type { SitePage, SitePiece } from './site.ts';
import type { Tools } from './tools.ts';

/** One folder of `domains/`, as the house sees it. Every socket is optional and read in exactly one place. */
export interface Domain {
  readonly name: string;
  /** The domains it enters by their door; each stands before it in `domains/index.ts`. */
  readonly needs: readonly string[];
  readonly routes?: readonly Handler[];
  readonly reactions?: readonly Reaction[];
  readonly jobs?: readonly Job[];
  readonly permissions?: readonly Permission[];
  readonly settings?: readonly Setting[];
  readonly settingsAreas?: readonly SettingsArea[];
  readonly metrics?: readonly Metric[];
  readonly actions?: readonly Action[];
  readonly notices?: readonly NoticeKind[];
  /** Where what it keeps opens in the console (read by notices). */
  readonly subjects?: readonly Subject[];
  readonly personalData?: PersonalData;
  /** What of it is kept for a time alone (read by privacy). */
  readonly keeps?: readonly KeptType[];
  /** What a customer's timeline shows of this domain (read by customers). */
  readonly moments?: CustomerMoments;
  readonly portable?: Portable;
  /** What can be brought in from a file (read by portability). */
  readonly importables?: readonly Importable[];
  /** What of its set-up can be kept in a file (read by config). */
  readonly configParts?: readonly ConfigPart[];
  /** What things of it are called in a file of set-up and in the audit log (read by `namesOfThings`). */
  readonly configNames?: readonly ConfigNames[];
  /** A kind of medium this domain brings (read by conversations). */
  readonly channel?: Channel;
  /** What open screens may follow (read by live). */
  readonly topics?: readonly Topic[];
  /** What runs as long as the program does: mailboxes listened to, doors opened. */
  readonly processes?: readonly Process[];
  /** What the health page asks. */
  readonly health?: readonly HealthCheck[];
  /** Pages of a public site (read by the app of that site). */
  readonly sitePages?: readonly SitePage[];
  /** Parts of a public site's own pages (read by the app of that site). */
  readonly sitePieces?: readonly SitePiece[];
  /** Its sentences in other languages, by their English (read where the house answers). */
  readonly said?: Said;
  readonly demo?: Demo;
  /** Every workspace of this database; filled by the one domain that keeps them. */
  readonly listWorkspaces?: (db: Kysely<DB>) => Promise<readonly string[]>;
  /** Paths that speak the web's own Request and Response (a library's routes, webhooks). */
  readonly mounts?: readonly Mount[];
  /** How mail of our own leaves for teammates (notices); filled by the one domain that has a way out. */
  readonly sendLetter?: SendLetter;
  /** Keeps the log of what administrators did; filled by the one domain that has it. */
  readonly keepAudit?: KeepAudit;
  /** What is promised where a matter opens (read by conversations); filled by the one domain that promises. */
  readonly promiseAtOpening?: PromiseAtOpening;
  /** What this domain knows of who somebody is: their teams, their brands (read by the sign-in). */
  readonly actorParts?: ActorParts;
  /** Where groups of a single sign-on can put people (read by the sign-in); filled by the one domain of teams. */
  readonly groupPlaces?: GroupPlaces;
  /** What it keeps of a brand (read by brands, before one is archived). */
  readonly ofBrand?: readonly OfBrand[];
}

/** A path answered by fetch-style code; `/api/auth/*`. */
export interface Mount {
  readonly path: string;
  handle(request: Request, tools: Tools): Promise<Response>;
}

/** Something a role can be given. */
export interface Permission {
  readonly name: string;
  /** A sentence: "Read conversations". */
  readonly says: string;
  /** Under which heading it stands where roles are made; `work` where nothing is said. */
  readonly group?: 'conversations' | 'customers' | 'work' | 'figures' | 'set-up' | 'trust';
  /** What is done by it is an administrator's act: each use leaves a line in the audit log. Those named `….configure` are. */
  readonly isAdministrative?: boolean;
  /** For people who do not work at this desk (guests, clients): who holds nothing else is a stranger to the rest of it. */
  readonly isOutside?: boolean;
}

/** A value an administrator sets for the workspace (read by identity's settings). */
export interface Setting {
  readonly name: string;
  readonly says: string;
  readonly schema: z.ZodType;
  readonly standard: unknown;
  /** It holds something of each brand: as a whole it is read and given by who serves all of them. */
  readonly ofBrands?: true;
}

/** What a metric is asked for. */
export interface MetricQuery {
  readonly from: Date;
  readonly to: Date;
  readonly brandId?: string;
  readonly teamId?: string;
  /** The teams the reader's figures reach, where they reach no further; the actor's permissions say the same. */
  readonly teamIds?: readonly string[];
  /** The one whose work is counted, where the reader's figures reach no further than their own. */
  readonly teammateId?: string;
}

/** A figure with one definition: how it is counted, and the rows behind it. */
export interface Metric {
  readonly id: string;
  readonly title: string;
  /** The definition in words, with its clock and what it leaves out. */
  readonly says: string;
  readonly counts: 'events' | 'conversations' | 'contacts' | 'customers';
  readonly unit: 'count' | 'seconds' | 'share';
  readonly betterWhen: 'higher' | 'lower' | 'neither';
  /** Goal in the unit, where the standard one exists. */
  readonly goal?: number;
  value(ctx: ReadCtx, query: MetricQuery): Promise<{ value: number | null; sampleSize: number }>;
  /** The rows behind the value, newest first, keyset-paged; ids are conversations. */
  rows(
    ctx: ReadCtx,
    query: MetricQuery,
    page: { after: string | null; limit: number },
  ): Promise<{ rows: readonly MetricRow[]; next: string | null }>;
}

export interface MetricRow {
  readonly conversationId: string;
  readonly number: number;
  readonly subject: string;
  readonly at: Date;
  readonly value: number | null;
}

/** Something a rule, macro or assistant may do (read by automation). */
export interface Action {
  readonly name: string;
  readonly says: string;
  readonly input: z.ZodType;
  run(ctx: Ctx, input: unknown): Promise<void>;
}

/** One domain's part in exporting and erasing a customer (read by privacy). Events are never touched. */
export interface PersonalData {
  export(ctx: ReadCtx, customerId: string): Promise<Readonly<Record<string, unknown>>>;
  /**
   * The customer as the actor may see them: the record that is there after merges, then those merged into it; empty where
   * there is none for them. Answered by the domain that keeps customers.
   */
  find?(ctx: ReadCtx, customerId: string): Promise<readonly string[]>;
  /** Removes what identifies the customer; returns what was removed, table → rows. */
  erase(ctx: Ctx, customerId: string): Promise<Readonly<Record<string, number>>>;
}

/** What leaves with the workspace and comes in from elsewhere (read by portability). */
export interface Portable {
  readonly kinds: readonly string[];
  export(
    ctx: ReadCtx,
    kind: string,
    page: { after: string | null; limit: number },
  ): Promise<{ rows: readonly unknown[]; next: string | null }>;
}

/** A channel: how its lines are set up and what it can do. Sending is its own job, nudged by deliveries. */
export interface Channel extends ChannelCapabilities {
  readonly kind: string;
  /** What people read: "E-mail". */
  readonly title: string;
  /** A lucide icon name. */
  readonly icon: string;
  /** Identity kind that a customer is known by there: address, phone, handle. */
  readonly identityKind: string;
  /** Checks and cleans a line's settings before they are stored. */
  readonly lineSettings: z.ZodType;
  /** Whether a line so set signs in somewhere, and so needs a password or key. */
  signsIn?(settings: unknown): boolean;
  /** Where a customer goes who follows a line of it from a page of ours, where that is no form of its address. */
  hrefOf?(address: string): string;
  /** How many of its conversations one teammate has at once, where there is such a bound. */
  readonly atOnce?: AtOnce;
  /** The job that delivers what waits in a conversation on a line of this channel. */
  readonly deliverJob?: string;
  /**
   * How these lines of the channel are, in words; a line it does not name has nothing to say. Without `config` it judges
   * nothing that the installation brings (its outgoing server).
   */
  lineStates?(ctx: ReadCtx, lineIds: readonly string[], config?: Config): Promise<ReadonlyMap<string, LineState>>;
}

/** How one line is: works, needs a hand, or is off. */
export interface LineState {
  readonly state: 'good' | 'warning' | 'bad' | 'off';
  /** "Works", "DKIM missing", "Sign in again by 26 November". */
  readonly says: string;
  readonly lastMessageAt?: Date | null;
  /** False where no customer can use it (a simulation): public pages do not offer it. */
  readonly forCustomers?: boolean;
}

/** Something open screens may follow; every message asks the policy of each reader. */
export interface Topic {
  readonly name: string;
  /** Loads the current rows of these subjects once for all readers. */
  load(ctx: ReadCtx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** The view of one row for one reader, null when they may not see it (then the screen drops it). */
  view(actor: Actor, row: unknown): unknown;
  /** Rooms a row belongs in beside its own (lists); and the rooms a reader may join. */
  rooms(row: unknown): readonly string[];
  mayJoin(ctx: ReadCtx, room: string): Promise<boolean>;
  /**
   * The head of a room: what a screen that missed nothing has seen last. Asked for once for all of the same rights, so the
   * actor has them and is nobody in person (its id is null).
   */
  head(ctx: ReadCtx, room: string): Promise<string | null>;
}

/** What a long-running process gets. */
export interface ServiceContext extends Tools {
  readonly signal: AbortSignal;
}

/** Something that runs as long as the program does. `role` says in which part; one holder each across processes. */
export interface Process {
  readonly name: string;
  readonly role: 'server' | 'worker';
  start(context: ServiceContext): Promise<{ stop(): Promise<void>; reports?(): Readonly<Record<string, unknown>> }>;
}

/** The answer of one health check, with the mend in words. */
export interface HealthReport {
  readonly state: 'good' | 'warning' | 'bad';
  readonly says: string;
  readonly mend?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One line of the health page. */
export interface HealthCheck {
  readonly name: string;
  readonly title: string;
  check(tools: Tools, workspaceId: string): Promise<HealthReport>;
}

/** A role's start and navigation over the same objects: data, never a program. */
export interface Desk {
  readonly id: string;
  readonly title: string;
  /** Where it lands: a console path. */
  readonly home: string;
  /** Entries of the rail, in order. */
  readonly areas: readonly string[];
  readonly density: 'compact' | 'cosy' | 'relaxed';
  /** The preset of permissions: name → scope. */
  readonly permissions: Readonly<Record<string, Scope>>;
}
