/** The sample shop as both sides of the wire see it. Browser-safe. */
import * as z from 'zod';
import { event, ownWords, route } from '#platform/contract';

/** A sample shop is there to look around in. */
export const sampleLoaded = event('sample.loaded', 1, z.object({}));
/** It is gone, with all that was in it. */
export const sampleRemoved = event('sample.removed', 1, z.object({}));

export const sampleStates = ['none', 'loading', 'ready', 'failed', 'removing', 'is-sample', 'elsewhere'] as const;

/** How it stands with the sample shop of this workspace. */
export const SampleView = z.object({
  /** `is-sample`: this workspace is one itself; `elsewhere`: this server has the shop for somebody else. */
  state: z.enum(sampleStates),
  /** How much of it is filled, of 100. */
  share: z.int().min(0).max(100),
  /** What is in it, where it can be looked at; no further than a bound. */
  holds: z.array(z.object({ says: ownWords(z.string()), count: z.int() })),
  can: z.array(z.enum(['load', 'enter', 'remove'])),
});
export type SampleView = z.output<typeof SampleView>;

const administer = { permission: 'settings.configure' } as const;

export const readSample = route({
  method: 'GET',
  path: '/api/sample',
  summary: 'How it stands with the sample shop: none, being filled, there, being removed.',
  access: administer,
  reply: SampleView,
});

export const loadSample = route({
  method: 'POST',
  path: '/api/sample',
  summary:
    'Load a sample shop to look around in: a workspace of its own, whose data meets none of yours and which nothing leaves.',
  access: administer,
  reply: SampleView,
});

export const enterSample = route({
  method: 'POST',
  path: '/api/sample/visits',
  summary: 'Be let into the sample shop as one who may do everything there; says which workspace to choose.',
  access: administer,
  reply: z.object({ workspaceId: z.uuid() }),
});

export const removeSample = route({
  method: 'DELETE',
  path: '/api/sample',
  summary: 'Remove the sample shop whole: all that is in it, and all that was done there.',
  access: administer,
  reply: SampleView,
});
