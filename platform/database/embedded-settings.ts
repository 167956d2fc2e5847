import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;

/** How PostgreSQL is set: for a machine of 2 cores and 4 GB that it shares with our own process, larger where there is more. */
export function serverSettings(options: { port: number; fsync: boolean; sockets: string | null }): string[] {
  const memory = totalmem() / megabyte;
  const shared = Math.round(Math.min(2_048, Math.max(128, memory / 8)));
  const settings: Record<string, string | number> = {
    port: options.port,
    listen_addresses: '127.0.0.1',
    // Beside the port for others: the same machine is reached at two thirds of the cost.
    unix_socket_directories: options.sockets ?? '',
    unix_socket_permissions: '0700',
    max_connections: 120,

    shared_buffers: `${options.fsync ? shared : 128}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    // Its compile time is longer than our queries.
    jit: 'off',
    // Many ask at once: a worker of its own for one of them starts slower (10 ms) than most answers take.
    max_parallel_workers_per_gather: 0,

    synchronous_commit: 'on',
    wal_compression: 'on',
    // No replica stands behind a built-in database; who needs one brings PostgreSQL by DATABASE_URL.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '30s',

    timezone: 'UTC',
    log_timezone: 'UTC',
    // A log holds no customer's words: neither the statement that failed nor the row it names.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_line_prefix: '',
  };
  // For tests alone: a database that no power cut has to survive.
  if (!options.fsync) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Longest path of a socket's folder: Linux gives 107 bytes to all of it, other systems 103. */
const socketFolderLimit = 80;

/** Where the socket lies, which nobody but the database's own user (and root) may enter; null where it cannot. */
export function socketFolder(data: string): string | null {
  // a comma parts two folders in the setting
  const fits = Buffer.byteLength(data) <= socketFolderLimit && !data.includes(',');
  return process.platform !== 'win32' && fits ? data : null;
}

/**
 * The words of `initdb`. Sorting is by code point, the same on every machine; which letters are letters is by
 * Unicode: under a plain C locale pg_trgm finds no trigrams in "привет" at all.
 */
export function clusterSettings(folder: string, passwordFile: string): string[] {
  const unicode: Partial<Record<NodeJS.Platform, string>> = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' };
  const locale = unicode[process.platform] ?? 'C';
  return [
    `--pgdata=${folder}`,
    '--username=rapport',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--no-instructions',
  ];
}
