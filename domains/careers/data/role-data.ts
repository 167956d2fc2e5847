import type { IndustryKey } from './industries.ts';
import type { SkillKey } from './skills.ts';
import type { SaidData } from './sources.ts';

/** One role as the catalogue begins with it. */
export interface RoleData {
  readonly name: string;
  readonly step: 'start' | 'next' | 'lead';
  /** A sign of the site. */
  readonly icon: string;
  readonly lead: SaidData;
  readonly does: readonly SaidData[];
  readonly day: readonly { readonly at: string; readonly says: string }[];
  readonly with: readonly SaidData[];
  /** The level asked, 1 to 5, and where it is mostly learnt. */
  readonly skills: readonly (readonly [SkillKey, 1 | 2 | 3 | 4 | 5, 'practise' | 'job' | 'course'])[];
  readonly tools: readonly string[];
  readonly metrics: readonly string[];
  readonly wayIn: string;
  /** Four steps, each with the time it takes. */
  readonly steps: readonly (readonly [string, string])[];
  readonly next: readonly (readonly [string, string])[];
  readonly industries: readonly IndustryKey[];
  readonly where: SaidData;
  readonly demand: SaidData;
  /** The nearest occupation of O*NET; null where none is near enough. */
  readonly onet: { readonly code: string; readonly title: string } | null;
}
