import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { snippetOf } from '#domains/channel-chat/contract';
import { browserMissing } from '../support/browser.ts';
import type { StartedProgram } from './started-program.ts';

/** A website of somebody else: another host than ours, pages that know nothing of Rapport but its one line of HTML. */
export function useWebsite(program: () => StartedProgram, key: () => string): () => string {
  let server: Server | undefined;
  beforeAll(async () => {
    if (browserMissing()) return;
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="en"><title>Shop</title><style>iframe,button{all:unset!important}</style>
        <main><h1>Shop ${request.url}</h1><p><a href="/packs">Packs</a></p></main>${snippetOf(program().url, key())}</html>`);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server?.close());
  // by its name, so that it is another site than the program, which stands at the number
  return () => {
    if (!server) throw new Error('The website opens before the tests; ask for it inside one.');
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  };
}
