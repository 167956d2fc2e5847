import { bank } from './bank.ts';
import type { ScenarioView } from './contract.ts';

/** The bank as lists show it, for one skill or language where asked. */
export function listScenarios(asked: {
  readonly skill?: string | undefined;
  readonly lang?: string | undefined;
}): ScenarioView[] {
  return bank
    .filter(
      ({ skills, lang }) => (!asked.skill || skills.includes(asked.skill)) && (!asked.lang || lang === asked.lang),
    )
    .map(({ id, version, lang, title, industry, difficulty, minutes, skills, persona, mood, wants, opening }) => ({
      id,
      version,
      lang,
      title,
      industry,
      difficulty,
      minutes,
      skills: [...skills],
      persona,
      mood,
      wants,
      opening,
    }));
}
