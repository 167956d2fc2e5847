/** The http room: contracts become routes, refusals become problem+json. */
export { createServer, type HttpMachinery, type Server, type Session } from './create-server.ts';
