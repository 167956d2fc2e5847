/** Scenarios as both sides of the wire see them: the bank that people practise with and assistants are tested with. Browser-safe. */
import * as z from 'zod';
import { route } from '#platform/contract';

/** A scenario as a list shows it. */
export const ScenarioView = z.object({
  id: z.string(),
  version: z.number().int(),
  lang: z.string(),
  title: z.string(),
  industry: z.string(),
  difficulty: z.number().int().min(1).max(3),
  minutes: z.number().int(),
  skills: z.array(z.string()),
  persona: z.object({ name: z.string(), about: z.string() }),
  mood: z.string(),
  wants: z.string(),
  opening: z.string(),
});
export type ScenarioView = z.output<typeof ScenarioView>;

export const listScenarios = route({
  method: 'GET',
  path: '/api/scenarios',
  summary: 'The scenarios people can practise and assistants can be tested with, easy ones first.',
  access: 'signed-in',
  query: z.object({ skill: z.string().max(60).optional(), lang: z.string().max(10).optional() }),
  reply: z.object({ rows: z.array(ScenarioView) }),
});

/** A kept result of practice as others may see it. */
export const ProofView = z.object({
  id: z.uuid(),
  scenario: z.string(),
  scenarioTitle: z.string(),
  points: z.number().int(),
  allPoints: z.number().int(),
  passed: z.boolean(),
  shownName: z.string().nullable(),
  keptAt: z.iso.datetime(),
});
export type ProofView = z.output<typeof ProofView>;
