/** Tables as text: what spreadsheets and other systems give and take. */
export { csvRow } from './csv-row.ts';
export { type CsvLimits, type CsvTable, readCsv } from './read-csv.ts';
export { type CsvStream, streamCsv } from './stream-csv.ts';
