import type { ComponentType } from 'react';

/** The form of some hours, for a page of a domain that says who works in them. */
export interface HoursPiece {
  readonly id: string;
  readonly component: ComponentType<HoursPieceProps>;
}

export interface HoursPieceProps {
  readonly calendarId: string;
}
