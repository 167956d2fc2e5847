import type { Ctx } from '#platform/ctx';
import type { Tools } from './tools.ts';

/** The demo's shared story: ids by plain names, a seeded random source and a way to act at a time as somebody. */
export interface DemoStory {
  readonly workspaceId: string;
  readonly seed: number;
  /** A seeded random number in [0, 1). */
  random(): number;
  /** The moment the story is told at. */
  readonly now: Date;
  /** How many days of history are told before it; tests ask for few. */
  readonly days: number;
  /** Names given to things made so far: 'teammate:priya' → id. */
  readonly ids: Map<string, string>;
  /** Acts at a moment of the story, as a teammate named before or as the system. */
  at<T>(moment: Date, who: string | null, verb: (ctx: Ctx) => Promise<T>): Promise<T>;
  /**
   * Plans a step for its moment. When every domain has planned its part, all steps are played in the order of their
   * moments, so that mails, calls and notes of one matter meet as they did. Draw at random while planning, never in a
   * step: the same seed then tells the same story.
   */
  plan(moment: Date, step: () => Promise<unknown>): void;
  readonly tools: Tools;
  /** Somebody of another workspace who looks around in the story as its owner; null where it is the demo's own. */
  readonly visitor: StoryVisitor | null;
}

/** Who looks around, and the workspace they come from. */
export interface StoryVisitor {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly name: string;
  readonly address: string;
  readonly locale: string;
  readonly zone: string;
}

/** Fills a domain's part of the demo workspace; runs in domain order. */
export type Demo = (story: DemoStory) => Promise<void>;
