import type { TextBody, TextKind } from '../contract.ts';

const said = { says: '', source: '' } as const;

/** An empty text of a kind, for one of their own. */
export function beginningOf(kind: TextKind): TextBody {
  if (kind === 'skill') return { kind, name: '', lead: { ...said }, shows: [], grow: [] };
  if (kind === 'place') return { kind, name: '', says: [{ ...said }] };
  if (kind === 'question') return { kind, question: '', answer: [{ ...said }] };
  return {
    kind: 'role',
    name: '',
    lead: { ...said },
    does: [{ ...said }],
    day: [],
    with: [],
    skills: [],
    tools: [],
    metrics: [],
    wayIn: '',
    steps: [],
    next: [],
    where: { ...said },
    demand: { ...said },
    step: 'next',
  };
}

/** Without the empty lines that typing leaves behind. */
export function cleaned(body: TextBody): TextBody {
  const lines = (all: readonly string[]): string[] => all.map((line) => line.trim()).filter((line) => line !== '');
  if (body.kind === 'skill') return { ...body, shows: lines(body.shows), grow: lines(body.grow) };
  if (body.kind === 'role') return { ...body, tools: lines(body.tools), metrics: lines(body.metrics) };
  return body;
}
