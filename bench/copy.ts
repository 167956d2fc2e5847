import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value as the loader writes it: ids and bytes as buffers, times in milliseconds, JSON as text. */
export type Value = Buffer | string | number | boolean | null;

/** Rows of one table on their way in, by binary COPY (about twice as fast as text: no times and ids to parse). */
export interface Copy {
  readonly table: string;
  /** Takes a row; the values stand in the order of the columns given. */
  row(values: readonly Value[]): void;
  /** Waits until what was taken so far is nearly gone: call often enough to keep memory flat. */
  breathe(): Promise<void>;
  end(): Promise<number>;
}

const chunkBytes = 1 << 20;
/** No row of the loader is longer. */
const rowLimitBytes = 1 << 17;
const epoch2000Ms = 946_684_800_000;
const dayMs = 86_400_000;
const signature = Buffer.concat([Buffer.from('PGCOPY\n'), Buffer.from([0xff]), Buffer.from('\r\n\0'), Buffer.alloc(8)]);

/**
 * Opens a COPY into these columns. Their types come from the table itself; a column that is not named gets its default,
 * and one without a default is refused here, in words, before an hour of loading.
 */
export async function openCopy(client: pg.Client, table: string, columns: readonly string[]): Promise<Copy> {
  const types = await typesOf(client, table, columns);
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin with (format binary)`));
  const failed = new Promise<never>((_, reject) => stream.on('error', reject));
  failed.catch(() => undefined);
  stream.write(signature);
  let buffer = Buffer.allocUnsafe(chunkBytes + rowLimitBytes);
  let used = 0;
  let rows = 0;
  const flush = (): void => {
    if (used === 0) return;
    stream.write(buffer.subarray(0, used));
    buffer = Buffer.allocUnsafe(chunkBytes + rowLimitBytes);
    used = 0;
  };
  return {
    table,
    row(values) {
      used = buffer.writeInt16BE(types.length, used);
      for (let column = 0; column < types.length; column += 1)
        used = encode(buffer, used, types[column] ?? '', values[column] ?? null);
      rows += 1;
      if (used >= chunkBytes) flush();
    },
    async breathe() {
      while (stream.writableLength > 8 * chunkBytes) await Promise.race([once(stream, 'drain'), failed]);
    },
    async end() {
      flush();
      stream.end(Buffer.from([0xff, 0xff]));
      await Promise.race([once(stream, 'finish'), failed]);
      return rows;
    },
  };
}

function encode(buffer: Buffer, at: number, type: string, value: Value): number {
  if (value === null) return buffer.writeInt32BE(-1, at);
  switch (type) {
    case 'uuid':
    case 'tsvector':
    case 'bytea': {
      const bytes = value as Buffer;
      bytes.copy(buffer, buffer.writeInt32BE(bytes.length, at));
      return at + 4 + bytes.length;
    }
    case 'text':
    case 'jsonb': {
      const start = at + 4 + (type === 'jsonb' ? 1 : 0);
      if (type === 'jsonb') buffer[at + 4] = 1;
      const end = start + buffer.write(value as string, start);
      buffer.writeInt32BE(end - at - 4, at);
      return end;
    }
    case 'timestamptz': {
      const micros = ((value as number) - epoch2000Ms) * 1000;
      const high = Math.floor(micros / 4_294_967_296);
      return buffer.writeUInt32BE(micros - high * 4_294_967_296, buffer.writeInt32BE(high, buffer.writeInt32BE(8, at)));
    }
    case 'date':
      return buffer.writeInt32BE(Math.floor(((value as number) - epoch2000Ms) / dayMs), buffer.writeInt32BE(4, at));
    case 'int2':
      return buffer.writeInt16BE(value as number, buffer.writeInt32BE(2, at));
    case 'int4':
      return buffer.writeInt32BE(value as number, buffer.writeInt32BE(4, at));
    case 'int8':
      return buffer.writeBigInt64BE(BigInt(value as number), buffer.writeInt32BE(8, at));
    case 'bool':
      return buffer.writeInt8(value ? 1 : 0, buffer.writeInt32BE(1, at));
    default:
      throw new Error(`The loader writes no column of type ${type}.`);
  }
}

async function typesOf(client: pg.Client, table: string, columns: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; type: string; needed: boolean }>(
    `select attname as name, coalesce(base.typname, own.typname) as type,
       attnotnull and not atthasdef and attidentity = '' as needed
     from pg_attribute join pg_type own on own.oid = atttypid left join pg_type base on base.oid = own.typbasetype
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  const forgotten = rows.filter(({ name, needed }) => needed && !columns.includes(name)).map(({ name }) => name);
  const gone = columns.filter((name) => !types.has(name));
  if (forgotten.length + gone.length > 0)
    throw new Error(
      `The loader and the table ${table} disagree: it needs [${forgotten.join(', ')}], and has no [${gone.join(', ')}]. Mend bench/.`,
    );
  return columns.map((name) => types.get(name) ?? '');
}
