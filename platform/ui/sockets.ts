import type { ComponentType } from 'react';

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
  readonly component: ComponentType<{ readonly conversationId: string; readonly customerId: string }>;
}

/** How one channel's entries look in the thread, where the usual mail, chat, call and note do not fit. */
export interface TimelinePiece {
  readonly channel: string;
  readonly component: ComponentType<{ readonly entryId: string; readonly conversationId: string }>;
}

/** Something above the field of the composer, e.g. what a channel still allows. */
export interface ComposerPiece {
  readonly channel: string;
  readonly component: ComponentType<{ readonly conversationId: string; readonly lineId: string }>;
}

/** A page of Settings, in one of its four groups. */
export interface SettingsPage {
  readonly id: string;
  readonly title: string;
  readonly group: 'reach' | 'answer' | 'people' | 'trust';
  readonly component: ComponentType;
}

/** What a domain's `console/index.tsx` exports as `parts`. Each socket is read in exactly one place of the console. */
export interface ConsoleParts {
  readonly pages?: readonly ConsolePage[];
  readonly panels?: readonly ConsolePanel[];
  readonly timeline?: readonly TimelinePiece[];
  readonly composer?: readonly ComposerPiece[];
  readonly settingsPages?: readonly SettingsPage[];
}
