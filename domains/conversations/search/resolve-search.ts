import { type RawBuilder, sql } from 'kysely';
import { brandsServed } from '#domains/brands';
import { teammatesNamed } from '#domains/identity';
import { queuesFor, teamNames } from '#domains/teams';
import { fold } from '#science/text';
import type { ReadCtx } from '#platform/ctx';
import { type Condition, Condition as ConditionShape, statusCategories } from '../contract.ts';
import { groupSql } from '../filter/condition-sql.ts';
import { listWords } from '../words.ts';
import { momentOf } from './moments.ts';
import type { Operator, Search, Term } from './parse-search.ts';
import { tsqueryOf } from './search-query.ts';

/** A search as it is asked: its words, and what else must hold of the conversation. */
export interface Asked {
  /** Alternatives of words, all of which must be met; empty where only operators were typed. */
  readonly words: readonly string[];
  /** The words are looked for in notes alone. */
  readonly inNotes: boolean;
  readonly also: readonly RawBuilder<boolean>[];
  /** What was typed as a value and is not here: "tag:refnd". Then nothing is found, and the screen says why. */
  readonly unmet: readonly { readonly operator: string; readonly value: string }[];
}

/** Finds out what the operators mean here: names become ids, dates become moments. */
export async function resolveSearch(ctx: ReadCtx, search: Search): Promise<Asked> {
  const words: string[] = [];
  const notes: string[] = [];
  const also: RawBuilder<boolean>[] = [];
  const unmet: { operator: string; value: string }[] = [];
  for (const group of search.groups) {
    const read = await Promise.all(group.map((term) => readTerm(ctx, term, unmet)));
    const plain = read.map((one) => (one && 'words' in one ? one : null));
    if (plain.every((one) => one !== null && !one.isNote)) words.push(either(plain.map((one) => one?.words ?? '')));
    else if (plain.every((one) => one !== null && one.isNote)) notes.push(either(plain.map((one) => one?.words ?? '')));
    else also.push(anyOfSql(ctx, read));
  }
  // notes lead the search only where no public word does
  if (words.length === 0 && notes.length > 0) return { words: notes, inNotes: true, also, unmet };
  return { words, inNotes: false, also: [...also, ...notes.map((one) => holds(ctx, one, true))], unmet };
}

function either(queries: readonly string[]): string {
  return queries.length === 1 ? (queries[0] ?? '') : `(${queries.join(' | ')})`;
}

type Read = { readonly words: string; readonly isNote: boolean } | { readonly sql: RawBuilder<boolean> } | null;

function anyOfSql(ctx: ReadCtx, read: readonly Read[]): RawBuilder<boolean> {
  const parts = read.flatMap((one) => {
    if (one === null) return [];
    return [`sql` in one ? one.sql : holds(ctx, one.words, one.isNote)];
  });
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** Whether the words stand anywhere in the conversation, or anywhere in its notes. */
function holds(ctx: ReadCtx, words: string, inNotes: boolean): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from search_parts as held where held.workspace_id = ${ctx.workspaceId}
    and held.conversation_id = conversations.id and held.words @@ ${words}::tsquery ${inNotes ? sql`and held.is_note` : sql``})`;
}

async function readTerm(ctx: ReadCtx, term: Term, unmet: { operator: string; value: string }[]): Promise<Read> {
  const { operator } = term;
  const asksWords = operator === null || ['from', 'to', 'subject', 'file', 'note'].includes(operator);
  if (asksWords) {
    const found = tsqueryOf(term);
    const isNote = operator === 'note';
    if (found === null) return term.isNegated ? null : { sql: sql<boolean>`true` };
    if (!term.isNegated) return { words: found, isNote };
    return { sql: sql<boolean>`not ${holds(ctx, found, isNote)}` };
  }
  const met = await conditionOf(ctx, operator, term.value);
  if (met === null) {
    unmet.push({ operator, value: term.value });
    return { sql: sql<boolean>`false` };
  }
  const condition = 'field' in met ? groupSql(ctx, { match: 'all', of: [met] }) : holds(ctx, met.words, met.isNote);
  return { sql: term.isNegated ? sql<boolean>`(${condition}) is not true` : condition };
}

type Met = Condition | { readonly words: string; readonly isNote: boolean } | null;

async function conditionOf(ctx: ReadCtx, operator: Operator, value: string): Promise<Met> {
  const text = fold(value);
  switch (operator) {
    case 'is':
      return stateOf(text);
    case 'has':
      return hasOf(text);
    case 'before':
    case 'after':
    case 'opened-before':
    case 'opened-after':
      return whenOf(ctx, operator, value);
    case 'priority':
      return priorityOf(text);
    case 'channel':
      return ConditionShape.safeParse({ field: 'channel', op: 'is', values: [text] }).data ?? null;
    case 'assignee':
      return ids('assignee', text === 'me' || text === 'none' ? [text] : await teammatesNamed(ctx, value));
    case 'in':
      return ids('queue', named(await queuesFor(ctx), text));
    case 'team':
      return ids('team', named(await teamNames(ctx), text));
    case 'brand':
      return ids('brand', named(await brandsServed(ctx), text));
    default:
      return wordOf(ctx, operator, text);
  }
}

async function wordOf(ctx: ReadCtx, operator: Operator, text: string): Promise<Met> {
  const known = await listWords(ctx);
  if (operator === 'tag') return ids('tag', text === 'none' ? ['none'] : named(known.tags, text));
  if (operator === 'reason') return ids('reason', text === 'none' ? ['none'] : named(known.reasons, text));
  return ids('status-name', named(known.statuses, text));
}

/** Most things of one name that an operator asks for. */
const namesakeLimit = 50;

/** Those of that name; where there is none, those whose name begins so. */
function named(known: readonly { readonly id: string; readonly name: string }[], text: string): readonly string[] {
  const same = known.filter(({ name }) => fold(name) === text);
  const found = same.length > 0 ? same : known.filter(({ name }) => fold(name).startsWith(text));
  return found.map(({ id }) => id).slice(0, namesakeLimit);
}

function ids(
  field: 'assignee' | 'queue' | 'team' | 'brand' | 'tag' | 'reason' | 'status-name',
  values: readonly string[],
): Met {
  return values.length === 0 ? null : { field, op: 'is', values: [...values] };
}

const states: Readonly<Record<string, Condition>> = {
  snoozed: { field: 'snoozed', op: 'is', yes: true },
  unread: { field: 'unread', op: 'is', yes: true },
  read: { field: 'unread', op: 'is', yes: false },
  confidential: { field: 'confidential', op: 'is', yes: true },
  overdue: { field: 'overdue', op: 'is', yes: true },
  followed: { field: 'follows', op: 'is', yes: true },
  mine: { field: 'assignee', op: 'is', values: ['me'] },
  unassigned: { field: 'assignee', op: 'is', values: ['none'] },
  assigned: { field: 'assignee', op: 'is-not', values: ['none'] },
  unanswered: { field: 'waiting-since', op: 'is-set' },
};

function stateOf(text: string): Met {
  const category = statusCategories.find((one) => one === text || one === text.replace(' ', '-'));
  if (category) return { field: 'status', op: 'is', values: [category] };
  return states[text] ?? null;
}

function hasOf(text: string): Met {
  if (['attachment', 'attachments', 'file', 'files'].includes(text)) return { words: "'h:file'", isNote: false };
  if (text === 'tag') return { field: 'tag', op: 'is-not', values: ['none'] };
  if (text === 'reason') return { field: 'reason', op: 'is-not', values: ['none'] };
  if (text === 'promise' || text === 'due') return { field: 'due', op: 'is-set' };
  return null;
}

const priorities: Readonly<Record<string, number>> = { low: 1, normal: 2, high: 3, urgent: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

function priorityOf(text: string): Met {
  const priority = priorities[text];
  return priority === undefined ? null : { field: 'priority', op: 'is', values: [priority] };
}

function whenOf(ctx: ReadCtx, operator: Operator, value: string): Met {
  const at = momentOf(value, ctx.now);
  if (!at) return null;
  const field = operator.startsWith('opened') ? 'opened' : 'last-message';
  return { field, op: operator.endsWith('before') ? 'before' : 'after', at: at.toISOString() };
}
