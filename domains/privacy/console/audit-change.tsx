import type { ReactElement, ReactNode } from 'react';
import { useWords } from '#platform/ui';
import type { AuditView } from '../contract.ts';
import { type AuditFact, factsOf, isNothing, isParts } from './audit-facts.ts';
import { type AuditSayings, useAuditSayings } from './audit-sayings.ts';
import { auditWords } from './audit-words.ts';

/** What one act changed: each part with how it was and how it is, in the reader's words. */
export function AuditChange(props: { readonly row: AuditView }): ReactElement {
  const t = useWords(auditWords);
  const sayings = useAuditSayings(props.row);
  const { change } = props.row;
  const facts = factsOf(change['before'] ?? {}, change['after'] ?? {}).filter(({ path }) => sayings.isShown(path));
  return (
    <div className="mt-2 overflow-x-auto rounded-md border border-line">
      <table className="w-full text-sm">
        <thead>
          <tr className="bg-surface-2 text-start text-text-2">
            <Head>
              <span className="sr-only">{t('part')}</span>
            </Head>
            <Head>{t('before')}</Head>
            <Head>{t('after')}</Head>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <Fact key={fact.path.join('/')} fact={fact} sayings={sayings} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head(props: { readonly children: ReactNode }): ReactElement {
  return (
    <th scope="col" className="px-3 py-1.5 text-start font-semibold">
      {props.children}
    </th>
  );
}

/** What only holds others together is left out before what lies in it. */
const heading: ReadonlySet<string> = new Set(['settings', 'permissions', 'value']);

function Fact(props: { readonly fact: AuditFact; readonly sayings: AuditSayings }): ReactElement {
  const { sayings } = props;
  const { path, before, after } = props.fact;
  const field = path.at(-1) ?? '';
  const shown = path.length > 1 && heading.has(path[0] ?? '') ? path.slice(1) : path;
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="px-3 py-1.5 text-start font-semibold">
        {shown.map((_name, at) => sayings.labelOf(shown.slice(0, at + 1))).join(' › ')}
      </th>
      {[before, after].map((value, at) => (
        <td
          key={at === 0 ? 'before' : 'after'}
          dir="auto"
          className={`px-3 py-1.5 ${isNothing(value) ? 'text-text-3' : 'break-words whitespace-pre-wrap'}`}
        >
          <Value field={fieldOf(path, field)} value={value} sayings={sayings} />
        </td>
      ))}
    </tr>
  );
}

/** A part named by a thing or a day (a permission, Monday) is of the kind of what it lies in. */
function fieldOf(path: readonly string[], field: string): string {
  return path.length > 1 && /[\d.-]/.test(field) ? (path.at(-2) ?? field) : field;
}

function Value(props: { readonly field: string; readonly value: unknown; readonly sayings: AuditSayings }): ReactNode {
  const { field, value, sayings } = props;
  const t = useWords(auditWords);
  if (isNothing(value)) return t('nothing');
  if (Array.isArray(value))
    return (
      <ul className="flex flex-col gap-1">
        {value.map((one: unknown, at) => (
          // nothing moves in what was written down
          // biome-ignore lint/suspicious/noArrayIndexKey: what was written keeps its order
          <li key={at}>
            <Value field={field} value={one} sayings={sayings} />
          </li>
        ))}
      </ul>
    );
  if (isParts(value)) return <Parts value={value} sayings={sayings} />;
  if (field === 'hue' && typeof value === 'number')
    return (
      <span
        role="img"
        aria-label={sayings.sayOf(field, value)}
        className="inline-block size-4 rounded-full border border-line align-middle"
        style={{ backgroundColor: `oklch(0.62 0.14 ${value})` }}
      />
    );
  return sayings.sayOf(field, value);
}

/** One thing of a list: its parts in one line each; a span of hours as such. */
function Parts(props: {
  readonly value: Readonly<Record<string, unknown>>;
  readonly sayings: AuditSayings;
}): ReactNode {
  const { value, sayings } = props;
  const { open, close, ...rest } = value;
  if (typeof open === 'string' && typeof close === 'string' && Object.keys(rest).length === 0)
    return <bdi>{`${open}–${close}`}</bdi>;
  const parts = factsOf({}, value).filter(({ path, after }) => sayings.isShown(path) && !isNothing(after));
  return (
    <dl className="flex flex-col">
      {parts.map(({ path, after }) => (
        <div key={path.join('/')} className="flex gap-1">
          <dt className="text-text-2">{sayings.labelOf(path)}:</dt>
          <dd dir="auto" className="min-w-0 break-words">
            <Value field={path.at(-1) ?? ''} value={after} sayings={sayings} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
