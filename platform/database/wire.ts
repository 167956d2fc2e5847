import { type Answer, type Part, Together } from './together.ts';

/** A statement as Kysely gives it. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string | undefined;
}

interface Gathered extends Part {
  /** Nobody waits for it: it goes with the next one that somebody waits for. */
  readonly isLater: boolean;
}

const nothing: Answer = { command: null, rowCount: null, rows: [] };

/**
 * One connection as our statements see it. What is asked in one moment goes in one packet; what may go later, and the
 * begin of a transaction, go with the next that somebody waits for. Order is kept always, so nothing is seen earlier or
 * later than if each had gone alone.
 */
export class Wire {
  readonly #run: (packet: Together) => unknown;
  #gathered: Gathered[] = [];
  #isOnItsWay = false;
  #isCalled = false;
  #isInTransaction = false;
  /** What went wrong with something that nobody waited for. */
  #failure: Error | null = null;

  constructor(run: (packet: Together) => unknown) {
    this.#run = run;
  }

  /** Runs a statement, and all that was put off before it. */
  async ask(asked: Asked): Promise<Answer> {
    switch (frameOf(asked.text)) {
      case 'begin':
        return this.#begin(asked);
      case 'commit':
        return this.#commit(asked);
      case 'rollback':
        return this.#rollback(asked);
      default:
        return this.#send(asked);
    }
  }

  /** Puts a statement off until the next one; outside of a transaction there may be none, and it runs at once. */
  async askLater(asked: Asked): Promise<Answer> {
    if (!this.#isInTransaction) return this.#send(asked);
    this.#put(asked, { isLater: true, settle: (error) => this.#fail(error) });
    return nothing;
  }

  /** Sends what was put off: before something that goes past this wire. */
  flush(): void {
    if (this.#gathered.length > 0) this.#go();
  }

  async #begin(asked: Asked): Promise<Answer> {
    if (this.#isInTransaction) throw new Error('A transaction was begun within a transaction.');
    this.#isInTransaction = true;
    this.#failure = null;
    this.#put(asked, { isLater: true, settle: (error) => this.#fail(error) });
    return { ...nothing, command: 'BEGIN' };
  }

  async #commit(asked: Asked): Promise<Answer> {
    this.#isInTransaction = false;
    const isEmpty = this.#gathered.length > 0 && this.#gathered.every(({ text }) => frameOf(text) === 'begin');
    if (!isEmpty) return this.#send(asked);
    this.#gathered = [];
    return { ...nothing, command: 'COMMIT' };
  }

  async #rollback(asked: Asked): Promise<Answer> {
    // what was put off was put off after the last savepoint, for that took everything with it
    const isNeverBegun = this.#gathered.some(({ text }) => frameOf(text) === 'begin');
    const dropped = this.#gathered;
    this.#gathered = [];
    for (const part of dropped) part.settle(new Error('Its transaction was rolled back.'), nothing);
    this.#failure = null;
    if (frameOf(asked.text) === 'rollback' && !/ to /i.test(asked.text)) this.#isInTransaction = false;
    return isNeverBegun ? { ...nothing, command: 'ROLLBACK' } : this.#send(asked);
  }

  #send(asked: Asked): Promise<Answer> {
    return new Promise((done, failed) => {
      const settle = (error: Error | null, answer: Answer): void => {
        const wrong = error ?? this.#failure;
        if (wrong) failed(wrong);
        else done(answer);
      };
      this.#put(asked, { isLater: false, settle });
      this.#call();
    });
  }

  #put({ text, values, name }: Asked, how: Pick<Gathered, 'isLater' | 'settle'>): void {
    this.#gathered.push({ text, values, name, ...how });
  }

  #fail(error: Error | null): void {
    this.#failure ??= error;
  }

  /** After whatever else is asked in this moment. */
  #call(): void {
    if (this.#isCalled || this.#isOnItsWay) return;
    this.#isCalled = true;
    process.nextTick(() => {
      this.#isCalled = false;
      if (!this.#isOnItsWay) this.#go();
    });
  }

  #go(): void {
    const parts = this.#gathered;
    this.#gathered = [];
    this.#isOnItsWay = true;
    this.#run(
      new Together(parts, () => {
        this.#isOnItsWay = false;
        if (this.#gathered.some(({ isLater }) => !isLater)) this.#call();
      }),
    );
  }
}

/** Which part of a transaction's frame a statement is; null for what is done within. */
function frameOf(text: string): 'begin' | 'commit' | 'rollback' | null {
  const word = /^\s*(begin|start transaction|commit|rollback)\b/i.exec(text)?.[1]?.toLowerCase();
  if (word === 'start transaction') return 'begin';
  return (word as 'begin' | 'commit' | 'rollback' | undefined) ?? null;
}
