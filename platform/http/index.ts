/** The http room: contracts become routes, refusals become problem+json. */
export { createServer, type HttpMachinery, type Server, type Session } from './create-server.ts';
export { webHeaders } from './create-server.ts';
export { mountConsole } from './mount-console.ts';
export { originOf } from './origin-of.ts';
export type { RequestWatcher, SeenRequest } from './watch-requests.ts';
