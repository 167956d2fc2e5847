/** A domain and its sockets: everything the house reads from a domain, each read in exactly one place. */
export { answer, answerOutside, type Asker, type BytesReply, type Handler, type Input } from './answer.ts';
export type { ActorParts } from './actor-parts.ts';
export { configPart, type ConfigNames, type ConfigPart } from './config-part.ts';
export type { KeepAudit } from './keep-audit.ts';
export type { KeptType } from './keeping.ts';
export type { Letter, LetterOutcome, SendLetter } from './letter.ts';
export type { GroupPlaces } from './group-places.ts';
export type { OfBrand } from './of-brand.ts';
export type { Importable, ImportField, ImportPlace, ImportResult } from './importable.ts';
export type { CustomerMoment, CustomerMoments } from './moments.ts';
export { namesOfThings, type NamedThing } from './names-of-things.ts';
export type { NoticeKind, Subject } from './notice-kind.ts';
export type { PromiseAtOpening } from './promise-at-opening.ts';
export type { Demo, DemoStory, StoryVisitor } from './demo-story.ts';
export { after, every, outward, task, within, type Job, type Outward, type Reaction } from './reactions.ts';
export { gather, isOutside, routeName, type House } from './house.ts';
export type { RouteSpecimen, Specimen, SpecimenPlace, Specimens } from './specimens.ts';
export type {
  Action,
  Channel,
  Desk,
  Domain,
  HealthCheck,
  HealthReport,
  LineState,
  Metric,
  MetricQuery,
  MetricRow,
  Mount,
  Permission,
  PersonalData,
  Portable,
  Process,
  ServiceContext,
  Setting,
  Topic,
} from './sockets.ts';
export { asksFor, mayKnock, passes, type SettingsArea } from './settings-area.ts';
export type { SiteAnswer, SiteContent, SitePage, SitePiece, SiteVisit } from './site.ts';
export { arrivals, between, minutesAgo, pickFrom, waitMinutes } from './story.ts';
export type { FileStore, Log, StoredFile, Tools, Who } from './tools.ts';
