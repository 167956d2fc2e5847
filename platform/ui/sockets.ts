import { type ComponentType, createContext, type ReactElement, useContext } from 'react';
import type { BrandPiece } from './brand-piece.ts';
import type { HoursPiece } from './hours-piece.ts';
import type { SightPiece } from './sight-piece.ts';
import type { WritingPiece } from './writing-place.ts';

/** A whole page of an area, found by the first part of its address. Its component is `lazy`, so that it costs the first load nothing. */
export interface ConsolePage {
  /** The address without its first slash, e.g. `insights`. */
  readonly path: string;
  readonly title: string;
  readonly component: ComponentType<{ readonly rest: string }>;
}

/** A section of the side panel beside a conversation, in the order given (R29: sections, never tabs). */
export interface ConsolePanel {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly component: ComponentType<ConsolePanelProps>;
  /** Its section is there only while it holds something. */
  readonly onlyFilled?: boolean;
  /** It stands above what is known of the customer. */
  readonly isFirst?: boolean;
  /** It draws its whole section, head and all, and nothing where there is nothing to show. */
  readonly isWhole?: boolean;
}

export interface ConsolePanelProps {
  readonly conversationId: string;
  readonly customerId: string;
  readonly subject: string;
}

/** How one channel's entries look in the thread, where the usual mail, chat, call and note do not fit. */
export interface TimelinePiece {
  readonly channel: string;
  readonly component: ComponentType<{ readonly entryId: string; readonly conversationId: string }>;
}

/** A conversation as the pieces of its thread are told of it. */
export interface ThreadPlace {
  readonly conversationId: string;
  readonly customerId: string;
  readonly brandId: string;
  readonly number: number;
  /** Grows with every change of it. */
  readonly version: number;
  /** What the reader may do with it. */
  readonly can: readonly string[];
  /** The list it was opened from. */
  readonly view: string;
}

/** A strip between the header of a conversation and its spine; also what keeps commands and their dialogs at hand. */
export interface ThreadPiece {
  readonly id: string;
  readonly order: number;
  readonly component: ComponentType<ThreadPlace>;
  /** Fetches its code while the list is read, so that its keys are there when the first thread opens. */
  readonly prepare?: () => Promise<unknown>;
}

/** The list in sight, as the pieces around it are told of it. */
export interface ListPlace {
  /** Its part of the address. */
  readonly view: string;
  readonly name: string;
  /** What it asks the server for; undefined until that is known. */
  readonly query: ListAsked | undefined;
}

export interface ListAsked {
  readonly box?: string | undefined;
  readonly filter?: string | undefined;
  readonly queueId?: string | undefined;
  readonly order?: string | undefined;
}

/** What stands in the head of a list, or below it; also what keeps its commands and their dialogs at hand. */
export interface ListPiece {
  readonly id: string;
  readonly place: 'head' | 'foot';
  readonly component: ComponentType<ListPlace>;
}

/** Something to do with one entry of the spine, in its menu. */
export interface EntryAct {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly string[];
  /** What the reader must be allowed to do with the conversation. */
  readonly needs: string;
  readonly run: (entry: { readonly id: string; readonly conversationId: string }) => void;
  /** Belongs to the question why the entry stands where it does, and is offered beside its answer. */
  readonly answersWhy?: boolean;
  /** The same by dragging the entry onto a conversation of the list. */
  readonly onto?: (entry: { readonly id: string }, conversationId: string) => void;
}

/** Something above the field one writes in, where the newest came or went by this channel: whether they are still there. */
export interface ComposerPiece {
  readonly channel: string;
  readonly component: ComponentType<{ readonly conversationId: string }>;
}

/** A page of Settings, in one of its four groups. */
export interface SettingsPage {
  readonly id: string;
  readonly title: string;
  readonly group: 'mine' | 'reach' | 'answer' | 'people' | 'trust';
  /** Guests and clients have it too: it is about their own account. */
  readonly isForAll?: boolean;
  /** `rest` is what stands in the address after the page's own part. */
  readonly component: ComponentType<{ readonly rest: string }>;
  /** The page has panes of its own and takes the room beside the groups without a margin. */
  readonly isBare?: boolean;
  /** The part of the address below it at which the page also takes the room of the groups. */
  readonly wholeAt?: RegExp;
}

/** How the lines of one channel are set up, and the pages a line of it has below its address in Settings. */
export interface LinePiece {
  readonly channel: string;
  readonly form: ComponentType<LineFormProps>;
  readonly pages?: readonly {
    readonly id: string;
    readonly title: string;
    readonly component: ComponentType<{ readonly lineId: string; readonly rest: string }>;
  }[];
}

export interface LineFormProps {
  /** Null while the line is a new one. */
  readonly lineId: string | null;
  /** Whose a new line becomes. */
  readonly brandId: string | undefined;
  readonly onOpened: (lineId: string) => void;
}

/** A part of a customer's own page, in the order given: what another domain knows of them or can do for them. */
export interface CustomerPiece {
  readonly id: string;
  readonly order: number;
  /** Beside the name, or below how the customer is found. */
  readonly place: 'acts' | 'body';
  readonly component: ComponentType<CustomerPieceProps>;
}

export interface CustomerPieceProps {
  readonly customerId: string;
  readonly name: string;
  /** What the reader may do with this customer. */
  readonly can: readonly string[];
  /** Nothing of the person is left. */
  readonly isErased?: boolean;
}

/** A part of a company's own page, in the order given. */
export interface CompanyPiece {
  readonly id: string;
  readonly order: number;
  readonly component: ComponentType<CompanyPieceProps>;
}

export interface CompanyPieceProps {
  readonly companyId: string;
  readonly brandId: string;
  readonly name: string;
  /** What the reader may do with this company. */
  readonly can: readonly string[];
}

/** One line of a customer's timeline, in the words of the domain it comes from. */
export interface MomentPiece {
  readonly kinds: readonly string[];
  readonly component: ComponentType<MomentProps>;
}

export interface MomentProps {
  readonly kind: string;
  readonly title: string | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/**
 * What of a domain's pages is fetched again when a change of this topic is told: the paths of its routes. A page follows
 * the rooms it shows by `useRooms`.
 */
export interface LivePiece {
  readonly topic: string;
  readonly paths: readonly string[];
}

/** A part of My career, in the order given: openings, practice, reviews. It is drawn for the teammate who looks at their own page. */
export interface CareerPiece {
  readonly id: string;
  readonly order: number;
  /** `roleKey` is the role they look at next, null where none is chosen; `ownRoleKey` the one they have. */
  readonly component: ComponentType<{ readonly roleKey: string | null; readonly ownRoleKey: string | null }>;
}

/** What a domain's `console/index.tsx` exports as `parts`. Each socket is read in exactly one place of the console. */
export interface ConsoleParts {
  readonly pages?: readonly ConsolePage[];
  readonly panels?: readonly ConsolePanel[];
  readonly timeline?: readonly TimelinePiece[];
  readonly thread?: readonly ThreadPiece[];
  readonly lists?: readonly ListPiece[];
  readonly entryActs?: readonly EntryAct[];
  readonly writing?: readonly WritingPiece[];
  readonly composer?: readonly ComposerPiece[];
  readonly settingsPages?: readonly SettingsPage[];
  readonly lines?: readonly LinePiece[];
  readonly customers?: readonly CustomerPiece[];
  readonly companies?: readonly CompanyPiece[];
  readonly brands?: readonly BrandPiece[];
  readonly moments?: readonly MomentPiece[];
  readonly live?: readonly LivePiece[];
  readonly career?: readonly CareerPiece[];
  readonly sights?: readonly SightPiece[];
  readonly hours?: readonly HoursPiece[];
}

/** The sockets that a domain's page draws itself, handed down by the console so that no domain looks into another. */
export type DrawnByDomains = Required<
  Pick<
    ConsoleParts,
    'lines' | 'customers' | 'companies' | 'brands' | 'moments' | 'career' | 'sights' | 'hours' | 'settingsPages'
  >
>;

/** Filled by the console once; empty where a page is drawn alone. */
export const SocketsContext = createContext<DrawnByDomains>({
  lines: [],
  customers: [],
  companies: [],
  brands: [],
  moments: [],
  career: [],
  sights: [],
  hours: [],
  settingsPages: [],
});

/** What the other domains bring to a page of this one. */
export function useSockets(): DrawnByDomains {
  return useContext(SocketsContext);
}

/** How the console follows a room of a topic; filled by it once, does nothing where a page is drawn alone. */
export const RoomsContext = createContext<(rooms: readonly string[]) => void>(() => undefined);

/** Follows rooms while mounted, e.g. `import:<id>`: what the domain named under `live` is then fetched when it changes. */
export function useRooms(rooms: readonly string[]): void {
  useContext(RoomsContext)(rooms);
}

/** What just happened, with the one way back. Without `stayMs` it stays until dismissed. */
export interface Told {
  readonly id: string;
  readonly icon: ReactElement;
  readonly text: string;
  readonly stayMs?: number | undefined;
  readonly undo?: (() => void) | undefined;
}

/** How a domain's page says what it did; filled by the console once. */
export const TellContext = createContext<(told: Told) => void>(() => undefined);

/** Says what just happened, with its undo (`Z`). */
export function useTell(): (told: Told) => void {
  return useContext(TellContext);
}
