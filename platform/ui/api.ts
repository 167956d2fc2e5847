import { createClient } from '#platform/client';
import { language } from './i18n.ts';

/** The API as the console calls it. Every request carries the header that a foreign page cannot set, and the language
 * that the page is in. */
const client = createClient({ headers: { 'x-rapport': 'console' }, language });

/** Asks the API once, on the server this page came from. */
export const ask = client.ask;
export { Refusal, type Asked, type AskOf, type WireRoute } from '#platform/client';
