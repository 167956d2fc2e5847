import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Config } from '#platform/config';
import { lineLengthLimit, lineLimit } from '#science/practice';
import { keyFor } from '#platform/secrets';

/** A conversation on its way: everything a page needs to go on, held by the visitor and not by us. */
export interface PracticeState {
  readonly scenario: string;
  readonly version: number;
  readonly startedAt: Date;
  readonly lines: readonly string[];
}

/** What somebody wants to show of a result. */
export interface ProofChoice {
  readonly withLines: boolean;
  readonly shownName: string | null;
}

type Keys = Pick<Config, 'dataDir' | 'secretKey'>;

const State = z.object({
  s: z.string().max(60),
  v: z.number().int(),
  t: z.number().int(),
  l: z.array(z.string().max(lineLengthLimit)).max(lineLimit),
});
/** A conversation can be gone on with for a day. */
const tokenLifeMs = 24 * 3_600_000;
const proofLetters = 22;

/** Signs a state, so that a page can be shown again from it. */
export function writeState(keys: Keys, state: PracticeState): string {
  const body = { s: state.scenario, v: state.version, t: state.startedAt.getTime(), l: state.lines };
  const text = Buffer.from(JSON.stringify(body)).toString('base64url');
  return `${text}.${sign(keys, 'practice', text)}`;
}

/** Reads a state that we signed; null where it is not ours, too old or not of this form. */
export function readState(keys: Keys, token: string, now: Date): PracticeState | null {
  const [text = '', signature = ''] = token.split('.');
  if (!isSigned(keys, 'practice', text, signature)) return null;
  const state = State.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  if (!state.success || now.getTime() - state.data.t > tokenLifeMs) return null;
  const { s, v, t, l } = state.data;
  return { scenario: s, version: v, startedAt: new Date(t), lines: l };
}

/** The id of the result that is kept of a conversation: sending the form twice keeps it once. Only we can make it. */
export function proofIdFor(keys: Keys, workspaceId: string, token: string, choice: ProofChoice): string {
  const text = JSON.stringify([workspaceId, token, choice.withLines, choice.shownName]);
  const hex = createHmac('sha256', keyFor(keys, 'proof-id')).update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The name in a link to a kept result: who has it may see it. `own` also lets its owner delete it. */
export function proofLink(
  keys: Keys,
  workspaceId: string,
  id: string,
): { readonly view: string; readonly own: string } {
  return {
    view: `${id}.${sign(keys, 'proof', `${workspaceId}/${id}`)}`,
    own: sign(keys, 'proof-own', `${workspaceId}/${id}`),
  };
}

/** The id of a kept result that a link names; null where the link is not ours. */
export function proofIdOf(keys: Keys, workspaceId: string, link: string): string | null {
  const [id = '', signature = ''] = link.trim().split('/').at(-1)?.split('?')[0]?.split('.') ?? [];
  if (!z.uuid().safeParse(id).success) return null;
  return isSigned(keys, 'proof', `${workspaceId}/${id}`, signature) ? id : null;
}

/** Whether the second part of a link lets its holder delete the kept result. */
export function isOwnProof(keys: Keys, workspaceId: string, id: string, own: string): boolean {
  return isSigned(keys, 'proof-own', `${workspaceId}/${id}`, own);
}

function sign(keys: Keys, purpose: string, text: string): string {
  return createHmac('sha256', keyFor(keys, purpose)).update(text).digest('base64url').slice(0, proofLetters);
}

function isSigned(keys: Keys, purpose: string, text: string, signature: string): boolean {
  const [wanted, given] = [Buffer.from(sign(keys, purpose, text)), Buffer.from(signature)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
