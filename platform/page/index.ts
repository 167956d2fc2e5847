/** The page room: server-rendered pages over our tokens, for fronts that read without script. */
export { type Html, html, jsonData, jsonFacts } from './html.ts';
export { glyph } from './icons.ts';
export { directionOf, initialOf, mark, page, type PageParts } from './page.ts';
export { mountPageFiles, type PageFile, sheetOf } from './page-files.ts';
export { type WayCard, wayCards } from './way-cards.ts';
