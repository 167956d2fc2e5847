import { type Domain, every } from '#platform/domain';
import { openingFeedsPart } from './config-part.ts';
import { demo } from './demo.ts';
import { fetchFeeds } from './fetch-feeds.ts';
import { dropEndedApplications } from './keep-times.ts';
import { dropPassedOutside } from './outside-openings.ts';
import { sendLetters, settleLostLetters } from './send-letters.ts';
import { routes } from './routes.ts';
import { feedTopic, openingTopic } from './topics.ts';
import { applicantPage, applicantActs } from './site/applicant-page.ts';
import { applyForm, applySent } from './site/apply-page.ts';
import { openingsFeed } from './site/feed.ts';
import { openingPage, openingsPage } from './site/openings-page.ts';
import { cardPiece, homePiece, placePiece, rolePiece } from './site/pieces.ts';
import { es } from './said.es.ts';
import * as contract from './contract.ts';

/** Openings on the careers site, who applies for them, and how far each has come. */
export const hiring: Domain = {
  name: 'hiring',
  needs: ['identity', 'brands', 'scenarios', 'careers'],
  said: { es },
  settingsAreas: [{ id: 'opening-feeds', opens: { route: contract.listFeeds }, changes: { route: contract.addFeed } }],
  routes,
  configParts: [openingFeedsPart],
  permissions: [
    { name: 'hiring.manage', says: 'Write openings, and see who applies', group: 'work', isAdministrative: true },
  ],
  jobs: [
    sendLetters,
    fetchFeeds,
    every('37 4 * * *', 'hiring.drop-passed-outside', dropPassedOutside),
    every('19 * * * *', 'hiring.settle-lost-letters', settleLostLetters),
    every('23 4 * * *', 'hiring.drop-ended-applications', dropEndedApplications),
  ],
  topics: [openingTopic, feedTopic],
  sitePages: [openingsPage, openingsFeed, openingPage, applyForm, applySent, applicantPage, applicantActs],
  sitePieces: [cardPiece, rolePiece, placePiece, homePiece],
  demo,
};
