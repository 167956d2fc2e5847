import type { ComponentType } from 'react';

/** A part of a brand's own page in the set-up, in the order given. */
export interface BrandPiece {
  readonly id: string;
  readonly order: number;
  readonly component: ComponentType<BrandPieceProps>;
}

export interface BrandPieceProps {
  readonly brandId: string;
  readonly name: string;
  /** There is no other one, and so the reader never learns the word. */
  readonly isAlone: boolean;
}
