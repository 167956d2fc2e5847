import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Odd and broken mails of other products, beside the repository where they are. */
const folder = join(import.meta.dirname, '../../../shared/data/mail');

/** Why there is no corpus here; null where there is one. */
export function corpusMissing(): string | null {
  return existsSync(folder) ? null : 'no ../shared/data/mail';
}

/** Every mail once, whatever set it is in. */
export function corpus(): Buffer[] {
  const files = globSync(['zammad/*.box', 'mikel_mail/**', 'talon/**/*.eml'], { cwd: folder }).map((file) =>
    join(folder, file),
  );
  const mails = files
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file))
    .filter((raw) => raw.length > 0);
  return [...new Map(mails.map((raw) => [createHash('sha256').update(raw).digest('hex'), raw])).values()];
}
