import pg from 'pg';
import pgUtils from 'pg/lib/utils.js';

/** One statement on its way, and who hears how it ended. */
export interface Part {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Prepared under this name; without one it is planned for this time alone. */
  readonly name: string | undefined;
  settle(error: Error | null, answer: Answer): void;
}

/** What a statement gave. */
export interface Answer {
  command: string | null;
  rowCount: number | null;
  readonly rows: Record<string, unknown>[];
}

/** pg's connection, as its own queries use it. */
interface Line {
  readonly stream: { cork(): void; uncork(): void };
  /** By name: what was prepared, and what is about to be. */
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(message: { type: 'P'; name: '' }): void;
  execute(message: { portal: '' }): void;
  sync(): void;
}

interface Field {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** The columns of each prepared statement, as its connection told them once: they need not be told again. */
const columnsOf = new WeakMap<Line, Map<string, readonly Field[]>>();

/**
 * Several statements in one packet, answered by one: the way there and back costs more than most of our statements.
 * They run in their order, each seeing what those before it did. When one fails PostgreSQL leaves out those behind it,
 * and all of these hear the same error.
 */
export class Together implements pg.Submittable {
  readonly parts: readonly Part[];
  readonly #answers: readonly Answer[];
  readonly #ended: () => void;
  readonly #fields: (readonly Field[] | undefined)[] = [];
  /** The part whose answer comes next. */
  #at = 0;
  /** A value that nobody can write down ends the packet before its statement. */
  #unwritten: Error | null = null;
  #isOver = false;

  constructor(parts: readonly Part[], ended: () => void) {
    this.parts = parts;
    this.#answers = parts.map(() => ({ command: null, rowCount: null, rows: [] }));
    this.#ended = ended;
  }

  /** When PostgreSQL says that something was prepared, pg writes it down under these. */
  get name(): string | undefined {
    return this.parts[this.#at]?.name;
  }
  get text(): string | undefined {
    return this.parts[this.#at]?.text;
  }

  submit(connection: pg.Connection): void {
    const line = lineOf(connection);
    const known = columnsOf.get(line) ?? new Map<string, readonly Field[]>();
    columnsOf.set(line, known);
    line.stream.cork();
    try {
      for (const part of this.parts) {
        const fields = part.name === undefined ? undefined : known.get(part.name);
        this.#fields.push(fields);
        send(line, part, fields !== undefined);
      }
    } catch (error) {
      this.#unwritten = error as Error;
    } finally {
      line.sync();
      line.stream.uncork();
    }
  }

  handleRowDescription(message: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#fields[this.#at] = message.fields.map(({ name, dataTypeID }) => ({
      name,
      parse: pg.types.getTypeParser(dataTypeID, 'text'),
    }));
  }

  handleDataRow(message: { fields: readonly (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    for (const [place, { name, parse }] of (this.#fields[this.#at] ?? []).entries()) {
      const text = message.fields[place] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    this.#answers[this.#at]?.rows.push(row);
  }

  handleCommandComplete(message: { text: string }, connection: pg.Connection): void {
    const answer = this.#answers[this.#at];
    const [command = null, ...numbers] = message.text.split(' ');
    const rowCount = Number.parseInt(numbers.at(-1) ?? '', 10);
    if (answer) Object.assign(answer, { command, rowCount: Number.isNaN(rowCount) ? null : rowCount });
    if (this.name !== undefined) columnsOf.get(lineOf(connection))?.set(this.name, this.#fields[this.#at] ?? []);
    this.#at += 1;
  }

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handlePortalSuspended(): void {}
  handleCopyData(): void {}
  handleCopyInResponse(connection: { sendCopyFail(why: string): void }): void {
    connection.sendCopyFail('Nothing is copied here.');
  }

  /** PostgreSQL refused the statement it was at, or the connection died. */
  handleError(error: Error, connection: pg.Connection): void {
    const { submittedNamedStatements } = lineOf(connection);
    for (const { name } of this.parts.slice(this.#at)) if (name !== undefined) delete submittedNamedStatements[name];
    this.#end(error);
  }

  handleReadyForQuery(): void {
    this.#end(this.#unwritten);
  }

  #end(error: Error | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended();
    const reached = this.#at;
    for (const [place, part] of this.parts.entries())
      part.settle(place < reached ? null : error, this.#answers[place] ?? { command: null, rowCount: null, rows: [] });
  }
}

function send(line: Line, { name = '', text, values }: Part, isDescribed: boolean): void {
  if (name === '' || (!line.parsedStatements[name] && !line.submittedNamedStatements[name])) {
    line.parse({ name, text });
    if (name !== '') line.submittedNamedStatements[name] = text;
  }
  line.bind({ statement: name, values, valueMapper: (value) => pgUtils.prepareValue(value) });
  if (!isDescribed) line.describe({ type: 'P', name: '' });
  line.execute({ portal: '' });
}

function lineOf(connection: pg.Connection): Line {
  return connection as unknown as Line;
}
