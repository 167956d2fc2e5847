import * as z from 'zod';
import { findProofs, proofIdOf } from '#domains/scenarios';
import type { SiteVisit } from '#platform/domain';
import type { HiringWord } from './words.ts';

/** What was typed, so that a form with mistakes comes back whole. */
export interface FormValues {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly why: string;
  readonly proofs: string;
  readonly consent: boolean;
}
export const noValues: FormValues = { name: '', address: '', phone: '', why: '', proofs: '', consent: false };

/** What is wrong, and at which field. */
export interface Trouble {
  readonly field: 'name' | 'address' | 'cv' | 'proofs' | 'consent' | 'form';
  readonly word: HiringWord;
}

const cvLimitBytes = 5 * 1_048_576;
const proofLimit = 5;
/** What a CV may be, by its ending; it is only ever a download, never shown by us. */
const cvTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  txt: 'text/plain',
};

/** A CV as it was sent. */
export interface SentCv {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

/** Reads an application's form, with everything that is wrong in it. */
export async function readApplication(
  visit: SiteVisit,
  form: FormData,
): Promise<{ values: FormValues; cv: SentCv | null; proofIds: string[]; troubles: readonly Trouble[] }> {
  const text = (name: string, most: number): string =>
    String(form.get(name) ?? '')
      .replaceAll('\0', '')
      .trim()
      .slice(0, most);
  const values: FormValues = {
    name: text('name', 120),
    address: text('address', 254),
    phone: text('phone', 40),
    why: text('why', 5_000),
    proofs: text('proofs', 2_000),
    consent: form.get('consent') === 'yes',
  };
  const troubles: Trouble[] = [];
  if (values.name === '') troubles.push({ field: 'name', word: 'nameMissing' });
  if (!z.email().safeParse(values.address).success) troubles.push({ field: 'address', word: 'addressWrong' });
  if (!values.consent) troubles.push({ field: 'consent', word: 'consentMissing' });
  const cv = await readCv(form.get('cv'), troubles);
  const proofIds = await readProofs(visit, values.proofs, troubles);
  return { values, cv, proofIds, troubles };
}

async function readCv(given: ReturnType<FormData['get']>, troubles: Trouble[]): Promise<SentCv | null> {
  if (given === null || typeof given === 'string' || given.size === 0) return null;
  const name = given.name.replace(/[\\/\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '_').slice(-200);
  const mediaType = cvTypes[name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (!mediaType) troubles.push({ field: 'cv', word: 'cvKind' });
  else if (given.size > cvLimitBytes) troubles.push({ field: 'cv', word: 'cvTooLarge' });
  else return { bytes: new Uint8Array(await given.arrayBuffer()), name, mediaType };
  return null;
}

async function readProofs(visit: SiteVisit, written: string, troubles: Trouble[]): Promise<string[]> {
  const links = written.split(/\s+/).filter((link) => link !== '');
  if (links.length === 0) return [];
  const { tools, workspaceId } = visit;
  const ids = links.flatMap((link) => proofIdOf(tools.config, workspaceId, link) ?? []);
  const found = await tools.read({ workspaceId }, (ctx) => findProofs(ctx, ids.slice(0, proofLimit)));
  if (found.size !== new Set(links).size) troubles.push({ field: 'proofs', word: 'proofWrong' });
  return [...found.keys()];
}
