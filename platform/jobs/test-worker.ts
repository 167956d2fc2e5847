// A worker process of its own for `worker-killed.test.ts`: it takes jobs and never ends one.
import { openDatabase } from '#platform/database';
import { task } from '#platform/domain';
import { houseOf, queueFor, toolsFor } from './test-house.ts';

const database = openDatabase(String(process.env['TEST_DATABASE_URL']));
const never = new Promise<void>(() => undefined);
const hold = task('toy.work', async (_ctx, data) => {
  process.stdout.write(`took ${String(data['number'])}\n`);
  await never;
});
const house = houseOf({ jobs: [hold] });
const queue = await queueFor(house, database);
await queue.work(toolsFor(house, database));
process.stdout.write('ready\n');
