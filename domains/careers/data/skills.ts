import { hgs, ours, robertHalf, type SaidData } from './sources.ts';

interface SkillData {
  readonly name: string;
  readonly lead: SaidData;
  /** How it shows in a day's work. */
  readonly shows: readonly string[];
  /** How to grow it. */
  readonly grow: readonly string[];
  /** A conversation can show it: there is practice for it. */
  readonly isSpoken: boolean;
}

/** What the roles ask for. The keys are used by practice, training, routing and My career alike. */
export const skills = {
  empathy: {
    name: 'Empathy and emotional intelligence',
    lead: hgs(
      'Hear what a matter means to the customer and answer that too; with AI on the routine questions, empathy is what people are there for.',
    ),
    shows: [
      'You name what happened to them before you name the rule',
      'You notice in your own voice when a hard call stays with you',
    ],
    grow: [
      'Practise one hard conversation and read it again as the customer',
      'Ask a coach to listen for the first thirty seconds only',
    ],
    isSpoken: true,
  },
  'active-listening': {
    name: 'Active listening',
    lead: hgs('Let people finish, ask for what is missing, and say back what you understood before you solve it.'),
    shows: [
      'You repeat the point in your own words and are corrected less often',
      'Nobody has to tell you the same thing twice',
    ],
    grow: [
      'Write down the question behind the question after each call',
      'Practise without looking anything up in the first minute',
    ],
    isSpoken: true,
  },
  communication: {
    name: 'Communication in writing and speech',
    lead: hgs(
      'Write and speak so that it is understood the first time: short, plain, with the next step and its time.',
    ),
    shows: ['Your answer begins with the answer', 'The customer does not need to ask what happens next'],
    grow: ['Cut your last reply by half and see what is missing', 'Read your mails aloud'],
    isSpoken: true,
  },
  'problem-solving': {
    name: 'Problem solving and curiosity',
    lead: hgs('Find the cause and not only the answer: ask why once more, and try the likely thing first.'),
    shows: ['The same customer does not come back about it', 'You can say what you ruled out'],
    grow: ['Follow one hard case to its end, also after you handed it over', 'Write the article that you looked for'],
    isSpoken: true,
  },
  collaboration: {
    name: 'Collaboration',
    lead: hgs(
      'Work with other teams so that the customer notices nothing of it: whole hand-overs, and colleagues who know why.',
    ),
    shows: [
      'Your notes let the next colleague begin at once',
      'You know whom to ask in marketing, product and delivery',
    ],
    grow: ['Sit with another team for an hour', 'Ask who reads your hand-overs what they lacked'],
    isSpoken: false,
  },
  negotiation: {
    name: 'Negotiation',
    lead: hgs(
      'Find what both sides can live with, know your limits before you begin, and say no without closing the door.',
    ),
    shows: ['You offer a choice instead of a refusal', 'What you promised was yours to give'],
    grow: [
      'Practise a cancellation where the answer may be goodbye',
      'Write down your limits and the reasons for them',
    ],
    isSpoken: true,
  },
  'crisis-handling': {
    name: 'Crisis handling',
    lead: hgs(
      'Stay calm when much goes wrong at once or in public: say what is known, what is done and when you speak again.',
    ),
    shows: ['The first public answer comes early and claims nothing that is not known', 'People know who decides'],
    grow: ['Practise an outage with three customers at once', 'Read how others handled theirs, the good and the bad'],
    isSpoken: true,
  },
  'cultural-awareness': {
    name: 'Cultural awareness',
    lead: hgs(
      'Serve people whose habits, holidays and ways of saying no are not yours, without guessing from where they live.',
    ),
    shows: [
      'You ask how somebody wants to be addressed',
      'Your jokes and pictures of speech survive translation, or are left out',
    ],
    grow: ['Read the culture notes of the countries you serve', 'Ask a colleague from there what sounds rude'],
    isSpoken: true,
  },
  'self-discipline': {
    name: 'Self-discipline',
    lead: hgs('Work well without anybody beside you: begin on time, keep your promises, take your breaks.'),
    shows: ['Your promises are kept without a reminder', 'You say early when you will not make it'],
    grow: ['Plan tomorrow in the last five minutes of today', 'Close what is open before you start the next'],
    isSpoken: false,
  },
  'product-knowledge': {
    name: 'Product and business knowledge',
    lead: robertHalf(
      'Know what is sold, how it is used and how the business earns its money, so that answers fit both sides.',
    ),
    shows: ['You know the exceptions and where they are written down', 'You can say what a matter costs'],
    grow: ['Use the product for a week as a customer does', 'Keep one article current that is yours'],
    isSpoken: false,
  },
  tools: {
    name: 'Tools of the work',
    lead: hgs(
      'Be at home in the CRM, the ticketing, the knowledge base, the chatbots and the dashboards, so that they cost you no thought.',
    ),
    shows: ['You find a customer’s whole story in seconds', 'Your hands stay on the keyboard'],
    grow: ['Learn two shortcuts a day', 'Ask somebody quick to let you watch'],
    isSpoken: false,
  },
  'data-literacy': {
    name: 'Data literacy',
    lead: hgs(
      'Read figures with their definition and their doubt: what is counted, how many there are, and what changed.',
    ),
    shows: ['You ask for the rows behind a number', 'You do not call three answers a trend'],
    grow: [
      'Take one figure of your own and find the cases that moved it',
      'Learn to filter, group and chart in a spreadsheet',
    ],
    isSpoken: false,
  },
  'ai-judgement': {
    name: 'Prompting and judging AI',
    lead: hgs('Ask an AI well, check what it says against its sources, and know when a person must answer.'),
    shows: ['You catch an answer that sounds right and is not', 'You say where a text came from'],
    grow: ['Ask the same thing three ways and compare', 'Collect the mistakes it makes in your field'],
    isSpoken: false,
  },
  'privacy-security': {
    name: 'Privacy and security awareness',
    lead: hgs(
      'Check who is there before you tell anything, ask for no more than you need, and notice when somebody plays a part.',
    ),
    shows: ['You verify kindly and without exceptions', 'Nothing private stands in the wrong field'],
    grow: ['Practise a caller who pretends to be somebody else', 'Know what you may say to whom, by heart'],
    isSpoken: true,
  },
  'bot-language': {
    name: 'Knowing how bots read language',
    lead: hgs(
      'Know how an automatic assistant takes words apart, so that you write articles it can use and see why it went wrong.',
    ),
    shows: [
      'Your articles answer one question each, in the customers’ words',
      'You can tell why the bot misread a sentence',
    ],
    grow: ['Read ten hand-offs and find the word that misled it', 'Rewrite one article and watch what changes'],
    isSpoken: false,
  },
  languages: {
    name: 'Languages',
    lead: salaryPremium(),
    shows: ['You serve a whole matter in it, also when it gets difficult', 'You write it without a translator’s help'],
    grow: ['Take the easy contacts in that language first', 'Read the help centre in it'],
    isSpoken: true,
  },
  leading: {
    name: 'Leading and coaching',
    lead: robertHalf('Help others do well: plan the shift, coach for quality, and give people their reasons.'),
    shows: ['People ask you before it is too late', 'Those you coached get better, and can say at what'],
    grow: ['Coach one colleague on one thing for a month', 'Run one shift with your leader beside you'],
    isSpoken: false,
  },
} as const satisfies Record<string, SkillData>;

function salaryPremium(): SaidData {
  return {
    says: 'Serve customers in a language beside your first; languages are among what earns a premium.',
    source: 'rh-pay',
  };
}

export type SkillKey = keyof typeof skills;

/** What each level means, the same for every skill. */
export const levels: readonly SaidData[] = [
  ours('With help: you know what it is and do it with somebody beside you.'),
  ours('Simple cases: you do it alone where nothing unusual happens.'),
  ours('Reliably: you do it alone in a normal day, and others can count on it.'),
  ours('Hard cases: you do it when it is difficult, under pressure or in public.'),
  ours('Teaches others: people learn it from you, and you improve how it is done.'),
];
