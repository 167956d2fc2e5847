/** Somebody a note can name, or a team. */
interface Person {
  readonly id: string;
  readonly name: string;
  readonly isTeam?: boolean;
}

/** The word that names each after `@`: the first name, or the whole of it for teams and where two share the first. */
export function handlesOf(people: readonly Person[]): ReadonlyMap<string, Person> {
  const wholeOf = (person: Person): string =>
    person.name
      .trim()
      .replaceAll(/[^\p{L}\p{N}_-]+/gu, '.')
      .replaceAll(/^\.|\.$/gu, '');
  const firstOf = (person: Person): string => (person.isTeam ? wholeOf(person) : (person.name.split(' ')[0] ?? ''));
  const counts = new Map<string, number>();
  for (const person of people) counts.set(firstOf(person), (counts.get(firstOf(person)) ?? 0) + 1);
  return new Map(
    people.map((person) => {
      const isAlone = counts.get(firstOf(person)) === 1;
      return [isAlone ? firstOf(person) : wholeOf(person), person];
    }),
  );
}

/** Who a text names, by id; a name nobody has is only text. */
export function mentionsIn(text: string, people: readonly Person[]): readonly string[] {
  const byHandle = new Map([...handlesOf(people)].map(([handle, person]) => [handle.toLowerCase(), person.id]));
  const named = [...text.matchAll(/(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}_.-]+)/gu)];
  const ids = named.flatMap(([, word = '']) => byHandle.get(word.replace(/[.-]+$/u, '').toLowerCase()) ?? []);
  return [...new Set(ids)];
}

/** The half-typed name before the caret, without its `@`; undefined where none is being typed. */
export function mentionAt(text: string, caret: number): string | undefined {
  return /(?:^|\s)@([\p{L}\p{N}_.-]*)$/u.exec(text.slice(0, caret))?.[1];
}
