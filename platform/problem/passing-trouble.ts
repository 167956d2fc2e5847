/** PostgreSQL classes that say "not now": connection, resources, operator, system, snapshot, rollback by others. */
const databaseClasses = new Set(['08', '53', '57', '58', '40', '55', '25', 'XX']);
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EMFILE',
  'ENFILE',
  'EROFS',
  'EACCES',
  'ENOMEM',
]);
const poolWords =
  /connection terminated|timeout exceeded when trying to connect|cannot use a pool|client has encountered a connection error|not queryable|driver has already been destroyed/i;

/**
 * Whether an error is the house's own trouble (database away, disk full), which passes, and not the fault of what was
 * being done: then it is worth doing again as it is.
 */
export function isPassingTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (
    typeof code === 'string' &&
    (systemCodes.has(code) || (/^[0-9A-Z]{5}$/.test(code) && databaseClasses.has(code.slice(0, 2))))
  )
    return true;
  if (poolWords.test(error.message)) return true;
  return error.cause !== undefined && isPassingTrouble(error.cause);
}
