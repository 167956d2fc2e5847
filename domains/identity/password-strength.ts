import { dictionary } from '@zxcvbn-ts/language-common';
import { invalidInput } from '#platform/problem';

/** Shortest part of one's own name or address that a password may not be made of. */
const tellingCharacters = 4;
const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/**
 * Refuses a password that everybody tries first (49,000 of them), one sign over and over, or one that says the person's own
 * name or address. No rules about signs: NIST SP 800-63B advises against them, because they make worse passwords.
 */
export function refuseWeak(password: string, own: readonly string[], path = 'body.password'): void {
  const weakness = weaknessOf(password, own);
  if (weakness !== null) throw invalidInput({ fields: [{ path, message: weakness }] });
}

function weaknessOf(password: string, own: readonly string[]): string | null {
  const plain = password.toLowerCase();
  // "password123456" is "password" with what people add
  const stem = plain.replace(/[\d\W_]+$/u, '');
  if (common.has(plain) || (stem.length >= tellingCharacters && common.has(stem)))
    return 'is one of the first that are tried. Take three or four words that do not belong together';
  if (new Set(plain).size < tellingCharacters) return 'is the same few signs over and over. Take three or four words';
  const telling = ['rapport', ...own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))].filter(
    (part) => part.length >= tellingCharacters,
  );
  const left = telling.reduce((rest, part) => rest.replaceAll(part, ''), plain).replace(/[\d\W_]/gu, '');
  if (left.length < tellingCharacters)
    return 'is made of your own name or address. Take words nobody would guess of you';
  return null;
}
