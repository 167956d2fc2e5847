/** Customers, their identities and companies as both sides of the wire see them. Browser-safe. */
export * from './contract/addressees.ts';
export * from './contract/companies.ts';
export * from './contract/consent.ts';
export * from './contract/duplicates.ts';
export * from './contract/events.ts';
export * from './contract/fields.ts';
export { isAsked, isShown } from './contract/form.ts';
export { shownFields } from './contract/shown-fields.ts';
export { CompanyId, CustomerId, IdentityId, IdentityKind, identityKinds, MergeId, NoteId } from './contract/ids.ts';
export * from './contract/moments.ts';
export * from './contract/notes.ts';
export * from './contract/people.ts';
export * from './contract/segments.ts';
export * from './contract/sight.ts';
