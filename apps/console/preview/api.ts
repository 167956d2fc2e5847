import { serverFacts, presence, session, teammates, words } from './fernhill-desk.ts';
import { bought, boxes, conversationOf } from './fernhill-inbox.ts';
import {
  type Body,
  draftsOf,
  entriesNow,
  listed,
  moveCall,
  newState,
  ring,
  type State,
  take,
  takeBack,
} from './story-state.ts';

type Answer = (state: State, found: RegExpExecArray, body: Body, query: URLSearchParams) => unknown;

const conversation = String.raw`^/api/conversations/([^/]+)`;
const at = (path: string): RegExp => new RegExp(`${path}$`, 'u');

/** Who is inside, and what never changes. */
const desk: readonly (readonly [string, RegExp, Answer])[] = [
  ['GET', at('^/api/session'), (state) => (state.isInside ? session : { ...session, me: null })],
  ['DELETE', at('^/api/session'), (state) => ((state.isInside = false), { signedIn: false })],
  ['POST', at('^/api/(demo/)?session'), (state) => ((state.isInside = true), { signedIn: true })],
  ['GET', at('^/api/setup'), () => ({ needed: true, facts: serverFacts })],
  ['GET', at('^/api/boxes'), () => boxes],
  ['GET', at('^/api/view(s|-counts)'), () => ({ rows: [], againInMs: null })],
  ['GET', at('^/api/filter-count'), () => ({ count: 0 })],
  ['GET', at('^/api/queue-states'), () => ({ rows: [], changesAt: null })],
  ['GET', at('^/api/notices'), () => ({ rows: [], next: null, unseen: 0 })],
  ['GET', at('^/api/presence'), () => presence],
  ['GET', at('^/api/conversation-words'), () => words],
  ['GET', at('^/api/teammates'), () => ({ rows: teammates, next: null })],
  ['GET', at('^/api/calls/mine'), (state) => ({ call: state.ringing })],
  ['POST', at('^/api/preview/ring'), ring],
  ['PUT', at('^/api/calls/[^/]+/(answer|hold|end|wrap-up)'), (state, found) => moveCall(state, `PUT ${found[1]}`)],
  ['DELETE', at('^/api/calls/[^/]+/(hold|offer)'), (state, found) => moveCall(state, `DELETE ${found[1]}`)],
];

const inbox: readonly (readonly [string, RegExp, Answer])[] = [
  ['GET', at('^/api/conversations'), (state, _, __, query) => ({ rows: listed(state, query), next: null, head: null })],
  ['GET', at(conversation), (_, found) => conversationOf(found[1] ?? '')],
  ['GET', at(`${conversation}/entries`), (state, found) => entriesNow(state, found[1] ?? '')],
  ['GET', at(`${conversation}/drafts`), (state, found) => draftsOf(state, found[1] ?? '')],
  [
    'PUT',
    at(`${conversation}/drafts/\\w+`),
    (state, _, body) => ((state.hasDraft = body['text'] !== ''), { revision: body['revision'], savedAt: null }),
  ],
  ['POST', at(`${conversation}/messages`), (state, found, body) => take(state, 'out', found[1] ?? '', body)],
  ['POST', at(`${conversation}/notes`), (state, found, body) => take(state, 'note', found[1] ?? '', body)],
  ['DELETE', at('^/api/messages/([^/]+)/delivery'), (state, found) => takeBack(state, found[1] ?? '')],
  [
    'PUT',
    at(`${conversation}/closure`),
    (state, found) => (state.closed.add(found[1] ?? ''), conversationOf(found[1] ?? '')),
  ],
  [
    'DELETE',
    at(`${conversation}/closure`),
    (state, found) => (state.closed.delete(found[1] ?? ''), conversationOf(found[1] ?? '')),
  ],
  ['GET', at('^/api/customers/[^/]+/orders'), () => bought],
  ['PUT', at(`${conversation}/(snooze|assignee)`), (_, found) => conversationOf(found[1] ?? '')],
  ['PUT', /^\/api\//u, () => ({})],
];

/** Answers of the story by method and path; changes are kept until the preview ends. Undefined: not in the story. */
export function newStory(): (method: string, url: URL, body: Body) => unknown {
  const state = newState();
  return (method, url, body) => {
    for (const [asked, path, answer] of [...desk, ...inbox]) {
      const found = asked === method ? path.exec(url.pathname) : null;
      if (found !== null) return answer(state, found, body, url.searchParams);
    }
    return undefined;
  };
}
