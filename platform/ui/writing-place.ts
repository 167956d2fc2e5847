import type { ComponentType, RefObject } from 'react';
import type { ThreadPlace } from './sockets.ts';

/** The field one writes in, plain or with form: its words as text, and places in that text. A `<textarea>` is one. */
export interface WritingField {
  readonly value: string;
  readonly selectionStart: number;
  focus(): void;
  blur(): void;
  setSelectionRange(start: number, end: number): void;
  addEventListener(kind: 'keydown', hear: (event: KeyboardEvent) => void, isFirst?: boolean): void;
  addEventListener(kind: 'input' | 'click', hear: () => void): void;
  removeEventListener(kind: 'keydown', hear: (event: KeyboardEvent) => void, isFirst?: boolean): void;
  removeEventListener(kind: 'input' | 'click', hear: () => void): void;
}

/** The field one writes in, as the pieces beside it are given it; `bar` is where they draw above it, once it is there. */
export interface WritingPlace extends ThreadPlace {
  readonly mode: 'reply' | 'note';
  readonly field: RefObject<WritingField | null>;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly bar?: HTMLElement | null;
}

/** Something that helps to write: it watches the field and stands below it. */
export interface WritingPiece {
  readonly id: string;
  readonly component: ComponentType<WritingPlace>;
}
