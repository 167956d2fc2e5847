/** What a macro may name in its words, and what it says in one conversation; null: not known here. */
export type Variables = Readonly<Record<string, string | null>>;

const variable = /\{([a-zA-Z][\w.]{0,60})\}/gu;

/**
 * Fills in the variables of a text in one pass: what a customer is called is never read as a variable itself. Those that
 * are not known, or that nobody knows, stay as they are and are named, so that they are seen before anything is sent.
 */
export function fillText(text: string, variables: Variables): { text: string; missing: readonly string[] } {
  const missing = new Set<string>();
  const filled = text.replace(variable, (whole, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : null;
    if (value) return value;
    missing.add(name);
    return whole;
  });
  return { text: filled, missing: [...missing] };
}
