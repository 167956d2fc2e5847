import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { openDialog } from './opened.ts';
import { partWords } from './part-words.ts';

export { askBeforeClosing, askBeforeHanding, openShare, openSight } from './opened.ts';

const t = sayer(partWords);
const acts = () => import('./thread-acts.tsx');
const Acts = lazy(async () => ({ default: (await acts()).ThreadActs }));
const History = lazy(async () => ({ default: (await import('./history-panel.tsx')).HistoryPanel }));

const Fields = lazy(async () => ({ default: (await import('./fields-panel.tsx')).FieldsPanel }));
const Linked = lazy(async () => ({ default: (await import('./linked-panel.tsx')).LinkedPanel }));
const People = lazy(async () => ({ default: (await import('./people-panel.tsx')).PeoplePanel }));
const Promises = lazy(async () => ({ default: (await import('./people-panel.tsx')).PromisesPanel }));
const PromiseOffer = lazy(async () => ({ default: (await import('./promise-piece.tsx')).PromisePiece }));

const Scheduled = lazy(async () => ({ default: (await import('./scheduled-strip.tsx')).ScheduledStrip }));
const Night = lazy(async () => ({ default: (await import('./night-piece.tsx')).NightPiece }));
/** Asked for by the composer, which has the words. */
export const SendLater = lazy(async () => ({ default: (await import('./send-later-dialog.tsx')).SendLaterDialog }));

const PersonSight = lazy(async () => ({ default: (await import('./person-sight.tsx')).PersonSight }));
const WordsPage = lazy(async () => ({ default: (await import('./words-page.tsx')).WordsPage }));
const ReopeningPage = lazy(async () => ({ default: (await import('./reopening-page.tsx')).ReopeningPage }));

const SharedPage = lazy(async () => ({ default: (await import('./shared-page.tsx')).SharedPage }));

const ClientConversations = lazy(async () => ({
  default: (await import('./client-conversations-page.tsx')).ClientConversationsPage,
}));

/** What this domain brings to the console beside the inbox itself. */
export const parts: ConsoleParts = {
  thread: [
    { id: 'acts', order: 10, component: Acts, prepare: acts },
    { id: 'scheduled', order: 40, component: Scheduled },
  ],
  writing: [
    { id: 'promise', component: PromiseOffer },
    { id: 'night', component: Night },
  ],
  panels: [
    {
      id: 'promises',
      get title() {
        return t('promises');
      },
      order: 10,
      component: Promises,
    },
    {
      id: 'fields',
      get title() {
        return t('fields');
      },
      order: 15,
      component: Fields,
      onlyFilled: true,
    },
    {
      id: 'people',
      get title() {
        return t('people');
      },
      order: 30,
      component: People,
    },
    {
      id: 'linked',
      get title() {
        return t('linked');
      },
      order: 40,
      component: Linked,
    },
    {
      id: 'history',
      get title() {
        return t('history');
      },
      order: 90,
      component: History,
    },
  ],
  pages: [
    {
      path: 'shared',
      get title() {
        return t('shared');
      },
      component: SharedPage,
    },
    {
      path: 'client-conversations',
      get title() {
        return t('clientConversations');
      },
      component: ClientConversations,
    },
  ],
  sights: [{ id: 'conversation', order: 10, component: PersonSight }],
  settingsPages: [
    {
      id: 'words',
      get title() {
        return t('words');
      },
      group: 'answer',
      component: WordsPage,
    },
    {
      id: 'reopening',
      get title() {
        return t('reopening');
      },
      group: 'answer',
      component: ReopeningPage,
    },
  ],
  entryActs: [
    {
      id: 'split',
      get title() {
        return t('splitHere');
      },
      kinds: ['in', 'out', 'note', 'call'],
      needs: 'assign',
      answersWhy: true,
      run: ({ id }) => openDialog({ kind: 'split', entryId: id }),
    },
    {
      id: 'move',
      get title() {
        return t('moveMessage');
      },
      kinds: ['in', 'out', 'note', 'call'],
      needs: 'assign',
      answersWhy: true,
      run: ({ id }) => openDialog({ kind: 'move', entryId: id }),
      onto: ({ id }, toId) => openDialog({ kind: 'moveOnto', entryId: id, toId }),
    },
  ],
};
