import type { ComponentType } from 'react';

/** Asks whether one teammate sees something of this domain: a part of "What can they see?". */
export interface SightPiece {
  readonly id: string;
  readonly order: number;
  readonly component: ComponentType<SightPieceProps>;
}

export interface SightPieceProps {
  readonly teammateId: string;
  readonly name: string;
}
