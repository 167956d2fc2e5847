/** The careers catalogue and My career as both sides of the wire see them. Browser-safe. */
export * from './contract/editing.ts';
export * from './contract/my-career.ts';
export * from './contract/texts.ts';
