import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bucket, type Place } from './index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'rapport-bucket-'));
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(dataDir, 's3'),
  configureBuckets: [{ name: 'rapport', configs: [] }],
});
let place: Place;

beforeAll(async () => {
  const { port } = await server.run();
  place = bucket({
    bucket: 'rapport',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a bucket takes, gives back and removes a file by signed requests', async () => {
  const path = join(dataDir, 'arrived');
  const bytes = Buffer.alloc(200_000, 'Fernhill');
  writeFileSync(path, bytes);
  await place.take(path, 'w/ab/abc');
  expect((await buffer(await place.open('w/ab/abc'))).equals(bytes)).toBe(true);
  expect(Buffer.from(await place.read('w/ab/abc')).equals(bytes)).toBe(true);
  await place.remove('w/ab/abc');
  await expect(place.open('w/ab/abc')).rejects.toMatchObject({ code: 'not-found' });
});
