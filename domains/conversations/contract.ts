/** Conversations as both sides of the wire see them: ids, views, routes, events. Browser-safe. */
export * from './contract/closing-routes.ts';
export * from './contract/events.ts';
export * from './contract/filter.ts';
export * from './contract/later-routes.ts';
export * from './contract/link-routes.ts';
export * from './contract/move-routes.ts';
export * from './contract/history-routes.ts';
export * from './contract/people-routes.ts';
export * from './contract/picture-routes.ts';
export * from './contract/reading-routes.ts';
export * from './contract/search-routes.ts';
export * from './contract/share-routes.ts';
export * from './contract/steering-routes.ts';
export * from './contract/upload-routes.ts';
export * from './contract/words-routes.ts';
export * from './contract/writing-routes.ts';
export * from './contract/views.ts';
