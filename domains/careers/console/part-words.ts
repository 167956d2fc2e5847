import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const careerPartWords = words('career-parts', { career: 'My career', careers: 'Careers and pay' });
