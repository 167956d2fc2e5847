import { answer, answerOutside } from '#platform/domain';
import { noteVisitor, readChatVisitor, readTalk, writeAsVisitor } from '../contract.ts';
import { note } from './note.ts';
import { talk } from './talk.ts';
import { visitorOf } from './visitor-view.ts';
import { write } from './write.ts';

/** The doors of who writes from a website, and the one of whoever answers them. */
export const visitorRoutes = [
  answerOutside(writeAsVisitor, write),
  answerOutside(readTalk, talk),
  answerOutside(noteVisitor, note),
  answer(readChatVisitor, (ctx, { params }) => visitorOf(ctx, params.id)),
];
