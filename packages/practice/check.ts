import type { Language } from './language.ts';
import { endedWell } from './mark.ts';
import { branchFor, play } from './play.ts';
import { acts, leavesEnding, lineLimit, type Scenario } from './script.ts';
import { earsFor, understand } from './understand.ts';

/** Why a scenario cannot be used, each in a sentence; empty where it can. */
export function faultsIn(scenario: Scenario, language: Language): readonly string[] {
  return [...shapeFaults(scenario), ...wayFaults(scenario), ...exampleFaults(scenario, language)];
}

function shapeFaults({ turns, endings, start, phrases }: Scenario): readonly string[] {
  const known = new Set<string>([...acts, ...Object.keys(phrases)]);
  const faults: string[] = [];
  if (!(leavesEnding in endings)) faults.push(`It has no ending "${leavesEnding}" for a customer who gives up.`);
  if (!(start in turns)) faults.push(`It starts at "${start}", which is no turn.`);
  for (const name of Object.keys(turns)) if (name in endings) faults.push(`"${name}" is both a turn and an ending.`);
  for (const [name, { hears }] of Object.entries(turns))
    for (const { on, to, says } of hears) {
      if (!(to in turns) && !(to in endings)) faults.push(`"${name}" leads to "${to}", which is not there.`);
      if (to in turns && !says) faults.push(`"${name}" goes on to "${to}" without an answer.`);
      for (const act of on)
        if (!known.has(act.replace('!', ''))) faults.push(`"${name}" waits for "${act}", which nothing means.`);
    }
  return faults;
}

/** Every turn is reached, and from every turn an ending is. */
function wayFaults({ turns, endings, start }: Scenario): readonly string[] {
  const reached = new Set([start]);
  for (const name of reached) for (const { to } of turns[name]?.hears ?? []) reached.add(to);
  const ends = new Set(Object.keys(endings));
  for (let grew = true; grew; ) {
    const more = Object.entries(turns).filter(
      ([name, { hears }]) => !ends.has(name) && hears.some(({ to }) => ends.has(to)),
    );
    for (const [name] of more) ends.add(name);
    grew = more.length > 0;
  }
  return [
    ...Object.keys(turns).flatMap((name) => (reached.has(name) ? [] : `Nothing leads to "${name}".`)),
    ...Object.keys(endings).flatMap((name) =>
      reached.has(name) || name === leavesEnding ? [] : `Nothing leads to the ending "${name}".`,
    ),
    ...Object.keys(turns).flatMap((name) => (ends.has(name) ? [] : `From "${name}" no ending is reached.`)),
  ];
}

/** The examples must be understood by the rules that judge others, and lead to a good ending. */
function exampleFaults(scenario: Scenario, language: Language): readonly string[] {
  const ears = earsFor(language, scenario.phrases);
  const faults = Object.entries(scenario.turns).flatMap(([name, turn]) =>
    branchFor(turn, understand(ears, turn.helps, '')) ? [] : `The example of "${name}" is not understood there.`,
  );
  if (faults.length > 0) return faults;
  const lines = exampleLines(scenario, language);
  const played = play(scenario, language, lines);
  return endedWell(played) ? [] : [`The examples end in "${played.ending?.id ?? 'nothing'}".`];
}

/** A whole conversation in the scenario's own examples, from its start or going on after lines already written. */
export function exampleLines(
  scenario: Scenario,
  language: Language,
  before: readonly string[] = [],
): readonly string[] {
  const lines = [...before];
  for (let count = lines.length; count < lineLimit; count += 1) {
    const { at } = play(scenario, language, lines);
    const turn = at === null ? undefined : scenario.turns[at];
    if (!turn) break;
    lines.push(turn.helps);
  }
  return lines;
}
