import pg from 'pg';

/** A statement as it went to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Statements of one packet have one number. */
  readonly packet: number;
}

let watched: Statement[] | null = null;
let packet = 0;

/** Puts an ear between the program and its driver; it costs nothing while nobody listens. */
export function placeEar(): void {
  const query = pg.Client.prototype.query as (...words: unknown[]) => unknown;
  function listening(this: pg.Client, ...words: unknown[]): unknown {
    const parts = (words[0] as { parts?: readonly Statement[] } | undefined)?.parts;
    packet += 1;
    if (watched && parts) watched.push(...parts.map(({ text, values }) => ({ text, values, packet })));
    else if (watched) {
      const [first, values] = words;
      const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text;
      const given = typeof first === 'string' ? values : (first as { values?: unknown } | undefined)?.values;
      if (text) watched.push({ text, values: Array.isArray(given) ? given : [], packet });
    }
    return query.apply(this, words);
  }
  pg.Client.prototype.query = listening as never;
}

/** From now on statements are kept. */
export function listen(): void {
  watched = [];
}

/** What was heard since `listen`, and no more is. */
export function heard(): readonly Statement[] {
  const statements = watched ?? [];
  watched = null;
  return statements;
}
