// How pg writes a value down for PostgreSQL; it exports the file and brings no types for it.
declare module 'pg/lib/utils.js' {
  const utils: { readonly prepareValue: (value: unknown) => string | Buffer | null };
  export = utils;
}
