/**
 * One line of a CSV file (RFC 4180). A value that a spreadsheet would run as a formula is given as words, with an
 * apostrophe before it (OWASP, CSV injection).
 */
export function csvRow(values: readonly (string | number | boolean | Date | null | undefined)[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
