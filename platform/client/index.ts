/** The client room: the API as typed calls, for browsers and programs alike. */
export { Refusal } from './call-problem.ts';
export {
  addressOf,
  type AskOf,
  type Asked,
  type Client,
  type ClientOptions,
  createClient,
  type WireRoute,
} from './create-client.ts';
