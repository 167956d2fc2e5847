import type { ReactElement } from 'react';
import { OpeningPage } from './opening-page.tsx';
import { OpeningsList } from './openings-list.tsx';

/** Hiring: all openings; below an opening its applicants; below an applicant all that is kept of them. */
export function HiringPage(props: { readonly rest: string }): ReactElement {
  const [openingId = '', applicationId = ''] = props.rest.split('/');
  return openingId === '' ? (
    <OpeningsList />
  ) : (
    <OpeningPage key={openingId} id={openingId} applicationId={applicationId} />
  );
}
