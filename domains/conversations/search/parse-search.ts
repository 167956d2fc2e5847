/** One thing asked for: words, a phrase, or an operator with its value; possibly by its absence. */
export interface Term {
  readonly operator: Operator | null;
  readonly value: string;
  /** In quotes: the words in this order and no other ending. */
  readonly isPhrase: boolean;
  readonly isNegated: boolean;
}

/** What stands between spaces must all hold; what `OR` joins, at least one of. */
export interface Search {
  readonly groups: readonly (readonly Term[])[];
  /** Operators that nobody knows, as they were typed: read as words, and said. */
  readonly unknown: readonly string[];
}

export const operators = [
  'from',
  'to',
  'subject',
  'note',
  'file',
  'tag',
  'reason',
  'in',
  'team',
  'assignee',
  'brand',
  'channel',
  'status',
  'priority',
  'is',
  'has',
  'before',
  'after',
  'opened-before',
  'opened-after',
] as const;
export type Operator = (typeof operators)[number];

/** Other names that people know from elsewhere. */
const aliases: Readonly<Record<string, Operator>> = {
  queue: 'in',
  filename: 'file',
  attachment: 'file',
  label: 'tag',
  notes: 'note',
  until: 'before',
  since: 'after',
  assigned: 'assignee',
};
/** Most things one search may ask for. */
const termLimit = 30;
const piece = /(?<minus>[-−])?(?:(?<operator>\p{L}[\p{L}-]*):(?=\S))?(?:"(?<phrase>[^"]*)"?|(?<plain>\S+))/gu;
/** `12:30` or `https://…` are words, not operators. */
const address = /^(https?|mailto|tel)$/i;

/** Reads what was typed. Nothing is refused: what is no operator is a word. */
export function parseSearch(text: string): Search {
  const groups: Term[][] = [];
  const unknown: string[] = [];
  let joins = false;
  for (const match of text.normalize('NFC').matchAll(piece)) {
    const { minus, operator, phrase, plain } = match.groups ?? {};
    if (plain === 'OR' && !operator && !minus) {
      joins = groups.length > 0;
      continue;
    }
    if (groups.flat().length >= termLimit) break;
    const term = termOf({ minus, operator, phrase, plain }, unknown);
    if (joins) groups.at(-1)?.push(term);
    else groups.push([term]);
    joins = false;
  }
  return { groups, unknown };
}

function termOf(
  read: {
    readonly minus: string | undefined;
    readonly operator: string | undefined;
    readonly phrase: string | undefined;
    readonly plain: string | undefined;
  },
  unknown: string[],
): Term {
  const { operator } = read;
  const value = read.phrase ?? read.plain ?? '';
  const shared = { isPhrase: read.phrase !== undefined, isNegated: read.minus !== undefined };
  if (operator === undefined) return { ...shared, operator: null, value };
  const known = operatorOf(operator);
  if (known) return { ...shared, operator: known, value };
  if (!address.test(operator)) unknown.push(operator);
  return { ...shared, operator: null, value: `${operator}:${value}` };
}

function operatorOf(name: string): Operator | null {
  const lower = name.toLowerCase();
  return operators.find((one) => one === lower) ?? aliases[lower] ?? null;
}
