export { MAX_CLOSED_DAYS, MAX_SEARCH_DAYS, type Calendar, type OpeningHours, type Weekday } from './calendar.ts';
export { addBusinessSeconds, businessSecondsBetween, isOpen, nextClosing, nextOpening } from './measure.ts';
