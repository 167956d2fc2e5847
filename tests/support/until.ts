/** How often a condition is looked at. */
const lookEveryMs = 25;

/** Waits until something holds, at the longest `limitMs`; then fails with what it was waiting for. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  limitMs = 15_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  let trouble: unknown;
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found) return found;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  throw new Error(`Waited ${limitMs / 1000} s in vain until ${what}.`, trouble ? { cause: trouble } : {});
}
