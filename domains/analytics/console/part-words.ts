import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const insightsPartWords = words('insights-parts', { insights: 'Insights', client: 'Figures' });
