/** What travels between a screen and a server. Browser-safe: types and constants alone. */

/** Where the sockets connect. */
export const livePath = '/live';

/** A teammate who does something in a room right now (reads it, writes in it). */
export interface Person {
  readonly teammateId: string;
  /** The screen's own word, e.g. `viewing` or `writing`. */
  readonly kind: string;
}

/** The answer to `join`. */
export type JoinReply =
  | { readonly ok: true; readonly head: string | null; readonly people: readonly Person[] }
  | { readonly ok: false };

/** One subject as this reader sees it now; or that it is no longer there for them. */
export type ChangedMessage =
  | {
      readonly topic: string;
      readonly id: string;
      readonly version: number | null;
      readonly view: unknown;
      /** Of the rooms this screen has joined, those the subject is in now: it left the other lists. */
      readonly rooms: readonly string[];
    }
  | { readonly topic: string; readonly id: string; readonly gone: true };

export interface HeadMessage {
  readonly room: string;
  readonly head: string | null;
}

export interface PeopleMessage {
  readonly room: string;
  readonly people: readonly Person[];
}

/** A screen says again what its person does this often … */
export const signalEveryMs = 15_000;
/** … and is forgotten when it has not for this long. */
export const signalStaleMs = 40_000;

/** What a server says. */
export interface ServerEvents {
  changed(message: ChangedMessage): void;
  head(message: HeadMessage): void;
  left(message: { readonly room: string }): void;
  refetch(): void;
  people(message: PeopleMessage): void;
}

/** What a screen says. */
export interface ClientEvents {
  join(room: string, reply: (answer: JoinReply) => void): void;
  leave(room: string): void;
  signal(room: string, kind: string | null): void;
}
