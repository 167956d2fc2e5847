import { hgs, ours, robertHalf, type SaidData, salaryGuide } from './sources.ts';

/** What the field looks like today. */
export const field: readonly SaidData[] = [
  hgs(
    'Front-line work is spreading over technology, e-commerce, healthcare, banking, travel, telecom, hospitality and retail.',
  ),
  hgs('AI answers the routine questions; empathy, clarity and judgement stay human.'),
  hgs('Hubs such as Jamaica serve customers all over the world.'),
];

/** What people who do well in this work do. */
export const waysToSucceed: readonly { readonly key: string; readonly title: string; readonly said: SaidData }[] = [
  {
    key: 'learn-the-business',
    title: 'Learn the business',
    said: robertHalf('Learn the business: what it sells, to whom, and what it earns from.'),
  },
  {
    key: 'own-your-metrics',
    title: 'Own your metrics',
    said: robertHalf('Own your metrics: know your figures before somebody tells you, and what moves them.'),
  },
  {
    key: 'ask-for-coaching',
    title: 'Ask for coaching',
    said: robertHalf('Ask for coaching while it can still change the week.'),
  },
  {
    key: 'study-the-best',
    title: 'Study the best, and the happy',
    said: robertHalf(
      'Study the best colleagues and the happy customers: what went right is as instructive as what went wrong.',
    ),
  },
  {
    key: 'practise-hard-situations',
    title: 'Practise hard situations',
    said: robertHalf('Practise hard situations before they come: the angry call, the no, the outage.'),
  },
  {
    key: 'learn-new-tools',
    title: 'Learn new tools',
    said: robertHalf('Learn new tools when they arrive, not when you must.'),
  },
  {
    key: 'look-at-openings',
    title: 'Look at openings',
    said: robertHalf('Look at openings regularly, also when you do not want to move: they tell what is asked.'),
  },
];

/** Ways on from where one is. */
export const waysToAdvance: readonly { readonly key: string; readonly said: SaidData }[] = [
  { key: 'specialise', said: robertHalf('Specialise: become the one for a product, a channel or a kind of customer.') },
  { key: 'lead', said: robertHalf('Lead: a shift, a team, then the operation.') },
  { key: 'analytics', said: robertHalf('Go into analytics: the figures of the work you know from inside.') },
  { key: 'mentor', said: robertHalf('Mentor others: who helps new colleagues learns to lead.') },
];

/** How to prepare, in four steps. */
export const prepare: readonly {
  readonly key: string;
  readonly title: string;
  readonly said: SaidData;
  readonly how: readonly SaidData[];
  readonly skills: readonly string[];
}[] = [
  {
    key: 'communication-and-empathy',
    title: 'Talk and write so that people feel heard',
    said: hgs('Build communication and empathy first: they are asked for in every role.'),
    how: [
      ours('Practise one conversation here, without an account.'),
      ours('Write one answer to a complaint, and shorten it.'),
    ],
    skills: ['communication', 'empathy', 'active-listening'],
  },
  {
    key: 'tools',
    title: 'Know the tools',
    said: hgs('Get to know the tools: CRM, ticketing, knowledge base, chatbots and dashboards.'),
    how: [
      ours('Try a help desk that costs nothing to try, and answer yourself a mail.'),
      ours('Learn to type without looking.'),
    ],
    skills: ['tools', 'bot-language', 'privacy-security'],
  },
  {
    key: 'customer-first',
    title: 'Make the customer-first habit yours',
    said: hgs('Make it a habit to put the customer first: what do they need, and what happens next for them?'),
    how: [
      ours('After each contact of your own with a company, write down what you would have done.'),
      ours('Promise a time, and keep it, in whatever you do today.'),
    ],
    skills: ['problem-solving', 'product-knowledge', 'cultural-awareness'],
  },
  {
    key: 'data-skills',
    title: 'Learn to read figures',
    said: hgs('Learn data skills: to read a report, and to say what it does not show.'),
    how: [
      hgs('Training programmes teach all four: look for one that lets you practise with real cases.'),
      ours('Take a small table, and find what changed.'),
    ],
    skills: ['data-literacy', 'ai-judgement'],
  },
];

/** What is known of pay in general. */
export const payNotes: readonly { readonly key: string; readonly said: SaidData }[] = [
  { key: 'varies', said: salaryGuide('Pay varies by role, experience and place.') },
  {
    key: 'front-line',
    said: salaryGuide('In the United States, front-line pay starts at roughly the mid-$30Ks to the low $40Ks a year.'),
  },
  { key: 'languages', said: salaryGuide('Languages earn a premium.') },
  { key: 'loyalty-ai-data', said: salaryGuide('Experience with customer loyalty, AI and data tools earns a premium.') },
];

/** What people ask, answered from the catalogue. Links are paths of the site. */
export const questions: readonly {
  readonly key: string;
  readonly question: string;
  readonly answer: readonly SaidData[];
  readonly more: readonly string[];
}[] = [
  {
    key: 'how-is-it-changing',
    question: 'How is customer service work changing?',
    answer: [
      hgs('AI answers the routine questions; empathy, clarity and judgement stay human.'),
      hgs('What is asked beside them: prompting and judging AI, data literacy, and knowing how bots read language.'),
      hgs('Front-line work is spreading into more industries, and hubs such as Jamaica serve the world.'),
    ],
    more: ['/skills/ai-judgement', '/skills/bot-language', '/skills/data-literacy'],
  },
  {
    key: 'which-industries',
    question: 'Which industries need it?',
    answer: [
      hgs(
        'Front-line work is spreading over technology, e-commerce, healthcare, banking, travel, telecom, hospitality and retail.',
      ),
      hgs('Success managers are asked for in SaaS, fintech and business to business.'),
    ],
    more: ['/industries'],
  },
  {
    key: 'how-to-advance',
    question: 'How do I advance?',
    answer: [
      robertHalf('Four ways: specialise, lead, go into analytics, or mentor others.'),
      robertHalf('On the way: learn the business, own your metrics, ask for coaching, and look at openings.'),
    ],
    more: ['/explore', '/prepare'],
  },
  {
    key: 'how-to-learn-to-lead',
    question: 'How do I learn to lead?',
    answer: [
      hgs(
        'Team leader is the first role that leads, and a path to management: it monitors, ensures quality and motivates.',
      ),
      robertHalf(
        'Before that: take over escalations and coach colleagues, as senior specialists do; mentoring teaches to lead.',
      ),
      ours('Ask to run one shift with your leader beside you, and practise the hard talks.'),
    ],
    more: ['/customer-service-team-leader', '/senior-customer-service-specialist', '/skills/leading'],
  },
  {
    key: 'is-it-a-good-career',
    question: 'Is it a good career?',
    answer: [
      hgs('It is work that stays human where it matters, in many industries, on site and from anywhere.'),
      robertHalf('It leads on: to senior work, to accounts, to leading teams and the operation.'),
      salaryGuide(
        'What is known of pay in the United States: front line roughly the mid-$30Ks to the low $40Ks to start; managers $57,000–81,250.',
      ),
      ours(
        'It is demanding: hard days with people in trouble belong to it. Practise one conversation before you decide.',
      ),
    ],
    more: ['/customer-service-manager', '/places/united-states', '/prepare'],
  },
];
