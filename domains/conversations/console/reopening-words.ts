import { words } from '#platform/ui';

/** What the rules of opening again say. */
export const reopeningWords = words('conversation-reopening', {
  title: 'Opening again',
  loading: 'Reading the rules',
  lead: 'A customer may answer what was closed long ago. Say until when their answer opens the same conversation again. Later it opens a follow-up, linked to the closed one, whose history says why; figures of the old one stay as they were.',
  noBrands: 'No brands to set up',
  noBrandsHint: 'Ask an administrator to let you serve a brand.',
  allLines: 'All lines of {{brand}}',
  lineOf: '{{line}} ({{channel}})',
  asBrand: 'As the brand',
  always: 'Opens it again, however late',
  never: 'Always opens a follow-up',
  afterOne: 'Opens it again within a day, later a follow-up',
  after: 'Opens it again within {{days}} days, later a follow-up',
});
