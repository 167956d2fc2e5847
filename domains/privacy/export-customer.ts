import { Readable } from 'node:stream';
import type { Asker, BytesReply, Input, Tools } from '#platform/domain';
import { mayNot } from '#platform/problem';
import type { exportCustomer as route } from './contract.ts';
import { findCustomer, type FoundCustomer } from './find-customer.ts';
import { can } from './policy.ts';

/** All that is known of a customer as one file, gathered domain by domain while it is sent. That it was taken is in the log. */
export async function exportCustomer(tools: Tools, { params }: Input<typeof route>, asker: Asker): Promise<BytesReply> {
  const customer = await tools.transact({ ...asker, via: 'console' }, async (ctx) => {
    const found = await findCustomer(ctx, params.id);
    if (!can.export(ctx.actor)) throw mayNot();
    ctx.audit({ action: 'customer.exported', objectKind: 'customer', objectId: found.id });
    return found;
  });
  return {
    bytes: Readable.from(bundle(tools, asker, customer)),
    mediaType: 'application/json; charset=utf-8',
    fileName: `customer-${customer.id}.json`,
  };
}

/** A part that fails ends the stream broken: half an export is never taken for a whole one. */
async function* bundle(tools: Tools, asker: Asker, { id, recordIds }: FoundCustomer): AsyncIterable<string> {
  yield `{"customerId":${JSON.stringify(id)},"exportedAt":${JSON.stringify(tools.now().toISOString())},"records":[`;
  for (const [position, recordId] of recordIds.entries()) {
    yield `${position === 0 ? '' : ','}{"customerId":${JSON.stringify(recordId)},"parts":{`;
    yield* partsOf(tools, asker, recordId);
    yield '}}';
  }
  yield ']}\n';
}

async function* partsOf(tools: Tools, asker: Asker, recordId: string): AsyncIterable<string> {
  let comma = '';
  for (const { name, personalData } of tools.house.domains) {
    if (!personalData) continue;
    const part = await tools.read(asker, (ctx) => personalData.export(ctx, recordId));
    yield `${comma}${JSON.stringify(name)}:${JSON.stringify(part)}`;
    comma = ',';
  }
}
