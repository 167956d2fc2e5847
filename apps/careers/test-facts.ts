/** A fact that the site promises to show: where, in which words, and what it rests on. */
export interface Fact {
  readonly fact: string;
  readonly path: string;
  /** Words of the one text that says it. */
  readonly words: RegExp;
  readonly source: string;
}

const of =
  (path: string, source: string) =>
  (fact: string, words: RegExp): Fact => ({ fact, path, words, source });

const change = of('/questions', 'hgs');
const question = of('/questions', 'rh-jobs');
const ways = of('/prepare', 'rh-jobs');
const steps = of('/prepare', 'hgs');
const skill = (key: string, fact: string, words: RegExp, source = 'hgs'): Fact => ({
  fact: `Skill: ${fact}`,
  path: `/skills/${key}`,
  words,
  source,
});
const role = (key: string, name: string, source: string, facts: readonly (readonly [string, RegExp])[]): Fact[] =>
  facts.map(([fact, words]) => ({ fact: `${name}: ${fact}`, path: `/${key}`, words, source }));

/** What is known of the field. */
const field: readonly Fact[] = [
  ...['technology', 'e-commerce', 'healthcare', 'banking', 'travel', 'telecom', 'hospitality', 'retail'].map(
    (industry) => change(`Front-line work is spreading over ${industry}`, new RegExp(`spreading over.*${industry}`)),
  ),
  change('AI answers the routine', /AI answers the routine/),
  change('Empathy, clarity and judgement stay human', /empathy, clarity and judgement stay human/),
  change('Hubs such as Jamaica serve the world', /Jamaica serve the world/),
];

/** What each role is asked for. */
const roles: readonly Fact[] = [
  ...role('customer-experience-specialist', 'Customer experience specialist', 'hgs', [
    ['journey mapping', /Map the journey/],
    ['feedback analysis', /Analyse feedback/],
    ['empathy', /empathy/],
    ['works with marketing, product and service', /marketing, product and service/],
  ]),
  ...role('customer-success-manager', 'Customer success manager', 'hgs', [
    ['long relationships', /long relationships/],
    ['SaaS, fintech, business to business', /SaaS, fintech and business to business/],
    ['account management', /Manage accounts/],
  ]),
  ...role('omnichannel-support-representative', 'Omnichannel support representative', 'hgs', [
    ['multitasking', /several things at once/],
    ['tools and platforms', /tools and platforms/],
    ['phone, e-mail, chat, social', /phone, e-mail, chat and social media/],
  ]),
  ...role('technical-support-specialist', 'Technical support specialist', 'hgs', [
    ['explains simply', /explain them simply/],
    ['patience', /patient/],
    ['software and hardware', /in software and in hardware/],
  ]),
  ...role('live-messaging-agent', 'Live chat and messaging agent', 'hgs', [
    ['writing', /in writing/],
    ['several at once', /several conversations/],
    ['accuracy and speed', /quick, and accurate/],
    ['tone', /Find the tone/],
  ]),
  ...role('customer-service-team-leader', 'Team leader / supervisor', 'hgs', [
    ['monitors', /Monitor the service/],
    ['ensures quality', /Ensure quality/],
    ['motivates', /Motivate people/],
    ['a path to management', /path to management/],
  ]),
  ...role('support-operations-analyst', 'Support operations analyst', 'hgs', [
    ['volumes, response times, satisfaction', /volumes, response times and satisfaction/],
    ['data interpretation', /Interpret data/],
    ['reporting', /Report so/],
    ['process improvement', /Improve the process/],
  ]),
  ...role('community-social-care-manager', 'Community support and social care manager', 'hgs', [
    ['public complaints', /complaints in public/],
    ['crisis handling', /Handle a crisis/],
    ['brand', /Speak for the brand/],
  ]),
  ...role('remote-global-agent', 'Remote / global agent', 'hgs', [
    ['self-discipline', /self-discipline/],
    ['clear communication', /Say things clearly/],
    ['cultural awareness', /other cultures/],
    ['time zones', /across time zones/],
  ]),
  ...role('customer-retention-specialist', 'Customer retention specialist', 'hgs', [
    ['negotiation', /Negotiate/],
    ['empathy', /empathy/],
    ['problem solving', /Solve the problem/],
    ['keeping is cheaper than winning', /costs less than winning/],
  ]),
  ...role('call-centre-specialist', 'Call centre specialist', 'rh-jobs', [
    ['answers and places many calls', /Answer and place a high number of calls/],
    ['routes', /Route callers/],
    ['processes orders', /Process orders/],
  ]),
  ...role('senior-customer-service-specialist', 'Senior customer service specialist', 'rh-jobs', [
    ['escalations', /escalations/],
    ['coaches', /Coach colleagues/],
    ['keeps articles current', /Keep articles .*current/],
  ]),
  ...role('customer-service-manager', 'Customer service manager', 'rh-jobs', [
    ['leads', /Lead the teams/],
    ['schedules', /Schedule/],
    ['coaches for quality', /Coach for quality/],
    ['improves with operations and IT', /together with operations and IT/],
  ]),
  ...role('account-manager', 'Account manager', 'rh-jobs', [
    ['check-ins', /regular check-ins/],
    ['protects and grows', /Protect the relationship, and grow it/],
    ['feedback to the business', /feedback to the business/],
  ]),
  ...role('customer-service-specialist', 'Customer service specialist', 'rh-jobs', [
    ['owns questions to their end', /until the matter is resolved/],
  ]),
];

const skills: readonly Fact[] = [
  skill('empathy', 'empathy and emotional intelligence', /empathy is what people are there for/),
  skill('active-listening', 'active listening', /Let people finish/),
  skill('communication', 'communication in writing and speech', /Write and speak/),
  skill('problem-solving', 'problem solving and curiosity', /ask why once more/),
  skill('collaboration', 'collaboration', /Work with other teams/),
  skill('negotiation', 'negotiation', /both sides can live with/),
  skill('crisis-handling', 'crisis handling', /Stay calm/),
  skill('cultural-awareness', 'cultural awareness', /habits, holidays/),
  skill('self-discipline', 'self-discipline', /without anybody beside you/),
  skill('product-knowledge', 'product and business knowledge', /Know what is sold/, 'rh-jobs'),
  skill(
    'tools',
    'CRM, ticketing, knowledge base, chatbots, dashboards',
    /CRM.*ticketing.*knowledge base.*chatbots.*dashboards/,
  ),
  skill('data-literacy', 'data literacy', /Read figures/),
  skill('ai-judgement', 'prompting and judging AI', /Ask an AI well/),
  skill('privacy-security', 'privacy and security awareness', /before you tell anything/),
  skill('bot-language', 'knowing how bots read language', /takes words apart/),
  skill('languages', 'languages', /earns a premium/, 'rh-pay'),
];

const succeeding: readonly Fact[] = [
  ways('To succeed: learn the business', /^Learn the business/),
  ways('To succeed: own your metrics', /^Own your metrics/),
  ways('To succeed: ask for coaching', /^Ask for coaching/),
  ways('To succeed: study the best and the happy customers', /best colleagues and the happy customers/),
  ways('To succeed: practise hard situations', /^Practise hard situations/),
  ways('To succeed: learn new tools', /^Learn new tools/),
  ways('To succeed: look at openings', /^Look at openings/),
  steps('To prepare: communication and empathy', /communication and empathy/),
  steps('To prepare: tools', /Get to know the tools/),
  steps('To prepare: customer-first habit', /put the customer first/),
  steps('To prepare: data skills', /Learn data skills/),
  steps('To prepare: training programmes', /Training programmes/),
  ways('To advance: specialise', /^Specialise/),
  ways('To advance: lead', /^Lead:/),
  ways('To advance: analytics', /^Go into analytics/),
  ways('To advance: mentor', /^Mentor others/),
  question('How to advance, in one line', /specialise, lead, go into analytics, or mentor/),
];

const payAt = of('/places/united-states', 'rh-pay');
const pay: readonly Fact[] = [
  payAt('Pay: front line roughly mid-$30Ks to low-$40Ks', /mid-\$30Ks to the low \$40Ks/),
  payAt('Pay varies by role, experience and place', /varies by role, experience and place/),
  payAt('A premium for languages', /Languages earn a premium/),
  payAt('A premium for loyalty, AI and data tools', /customer loyalty, AI and data tools/),
];

/** Every fact with its page, its words and its source. */
export const facts: readonly Fact[] = [...field, ...roles, ...skills, ...succeeding, ...pay];

/** The ranges of pay: shown on the page of the role, with what they mean, the year and the source. */
export const payFacts = [
  ['Customer service specialist', '/customer-service-specialist', '$38,500–48,500'],
  ['Call centre specialist', '/call-centre-specialist', '$34,750–47,000'],
  ['Customer service manager', '/customer-service-manager', '$57,000–81,250'],
] as const;

/** Places that have a page, and no figure until somebody enters one with its source. */
export const placesWithoutFigure = [
  'jamaica',
  'canada',
  'colombia',
  'india',
  'philippines',
  'united-kingdom',
  'south-africa',
] as const;
