import { createClient } from '#platform/client';

/** The API as the console calls it. Every request carries the header that a foreign page cannot set. */
const client = createClient({ headers: { 'x-rapport': 'console' } });

/** Asks the API once, on the server this page came from. */
export const ask = client.ask;
export { Refusal, type Asked, type AskOf, type WireRoute } from '#platform/client';
