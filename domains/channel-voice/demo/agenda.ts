import type { StoryCall } from './calls.ts';

/** Between two calls of one person, at least. */
const breathMs = 60_000;

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Who speaks when in the story: nobody is in two calls at once, at whatever hour it is told. */
export interface Agenda {
  /** The call as it can be: later, where its teammate or its caller speaks at that time. */
  place(call: StoryCall): StoryCall;
}

/** An agenda with nothing in it. Calls whose time is fixed are placed first. */
export function newAgenda(): Agenda {
  const taken = new Map<string, Span[]>();
  return {
    place(call) {
      const people = [`teammate ${call.who}`, `caller ${call.person.key}`];
      const busy = people.flatMap((one) => taken.get(one) ?? []).toSorted((a, b) => a.fromMs - b.fromMs);
      let span = spanOf(call, call.at.getTime());
      for (const other of busy)
        if (span.fromMs < other.toMs + breathMs && other.fromMs < span.toMs + breathMs)
          span = spanOf(call, other.toMs + breathMs);
      for (const one of people) taken.set(one, [...(taken.get(one) ?? []), span]);
      return { ...call, at: new Date(span.fromMs) };
    },
  };
}

/** From the first ring to the end of the wrap-up. */
export function spanOf(call: StoryCall, fromMs: number): Span {
  const { first, held, rest } = call.talks ?? { first: 0, held: 0, rest: 0 };
  return { fromMs, toMs: fromMs + (call.rings + first + held + rest + call.wrapUp) * 1_000 };
}
