/** Orders as both sides of the wire see them. Browser-safe. */
export * from './contract/events.ts';
export * from './contract/ids.ts';
export * from './contract/routes.ts';
export * from './contract/told.ts';
export * from './contract/views.ts';
