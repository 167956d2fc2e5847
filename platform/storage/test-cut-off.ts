// A process of its own for `storage.test.ts`: it puts a file whose second half never comes.
import { Readable } from 'node:stream';
import { openDatabase } from '#platform/database';
import { createFileStore, folder } from './index.ts';

const [, , url = '', location = '', arrivals = '', workspaceId = ''] = process.argv;
const { db } = openDatabase(url);
const store = await createFileStore({ db, place: folder(location), arrivals });
async function* half(): AsyncIterable<Buffer> {
  yield Buffer.alloc(1_000_000, 'a');
  await new Promise((done) => setTimeout(done, 60_000));
}
await store.put(workspaceId, Readable.from(half()));
