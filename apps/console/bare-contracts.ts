import { parseSync, type Plugin } from 'vite';

/** A part of a parsed file, as far as it is looked at here. */
interface Piece {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [name: string]: unknown;
}
/** What is put in the place of a part. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const contractFile = /\/domains\/[\w-]+\/contract(\/[\w-]+)?\.ts$/u;
/** All of a route that is asked with: the rest describes it to the server, which checks every word it is sent. */
const asked = new Set(['method', 'path']);

/**
 * Leaves of each route of a contract its method and its path, and makes each schema one that may be left out. The
 * browser asks by these two alone, so that no screen fetches the validators (a tenth of the first page's share) that its
 * routes are declared with; a screen that does read with a schema still has it.
 */
export function bareContracts(): Plugin {
  return {
    name: 'rapport-bare-contracts',
    enforce: 'pre',
    transform: (code, id) => (contractFile.test(id.replaceAll('\\', '/')) ? { code: bare(code), map: null } : null),
  };
}

/** The text of a contract with its routes made bare. */
export function bare(code: string): string {
  const { body } = parseSync('contract.ts', code).program as unknown as { readonly body: readonly Piece[] };
  return body
    .flatMap((statement) => declared(statement))
    .flatMap((made) => changesOf(made, code))
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code);
}

const callers = new Set(['CallExpression', 'ObjectExpression']);

/** What the constants of a statement are made by, where something is called for it. */
function declared(statement: Piece): readonly Piece[] {
  const declaration = (statement['declaration'] ?? statement) as Piece | null;
  if (declaration?.type !== 'VariableDeclaration') return [];
  const made = (declaration['declarations'] as readonly Piece[]).map(({ init }) => init as Piece | null);
  return made.filter((piece): piece is Piece => piece !== null && callers.has(piece.type));
}

function changesOf(made: Piece, code: string): readonly Change[] {
  const { start, end } = made;
  const isRoute = (made['callee'] as { readonly name?: string } | undefined)?.name === 'route';
  if (isRoute) return [{ start, end, text: `({ ${wayOf(made, code)} })` }];
  return [{ start, end, text: `/* @__PURE__ */ (() => (${code.slice(start, end)}))()` }];
}

function wayOf(made: Piece, code: string): string {
  const [definition] = made['arguments'] as readonly Piece[];
  return ((definition?.['properties'] ?? []) as readonly Piece[])
    .filter((part) => asked.has(String((part['key'] as { readonly name?: string } | undefined)?.name)))
    .map((part) => code.slice(part.start, part.end))
    .join(', ');
}
