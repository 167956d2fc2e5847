import { words } from '#platform/ui';

/** Codes of official registers, as the editor of a role says them. */
export const registerWords = words('careers-registers', {
  registers: 'As official registers call it',
  registersSays:
    'The nearest occupation, as a key to compare by. Where none is near enough, leave all of its fields empty.',
  onetCode: 'Code in O*NET',
  onetHint: 'E.g. 43-4051.00',
  onetTitle: 'Name in O*NET',
  escoCode: 'Code in ESCO, or its ISCO-08 group',
  escoHint: 'E.g. 4222.1, or 4222',
  escoTitle: 'Name in ESCO',
  escoUri: 'Address in ESCO',
  escoUriHint: 'It begins with http://data.europa.eu/esco/occupation/',
});
