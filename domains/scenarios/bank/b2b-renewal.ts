import type { Scenario } from '#science/practice';

export const b2bRenewal: Scenario = {
  id: 'renewal-in-doubt',
  version: 1,
  lang: 'en',
  title: 'A renewal in doubt',
  industry: 'software',
  difficulty: 3,
  minutes: 9,
  skills: ['negotiation', 'problem-solving', 'collaboration'],
  persona: {
    name: 'Ingrid Solberg',
    about: 'Operations lead of a clinic group, 120 seats, renewal in three weeks. Half of the seats are not used.',
  },
  mood: 'Businesslike. Has a competitor’s offer on the table.',
  wants: 'To pay for what is used, and a date for the export that was promised in spring.',
  customerKnows: ['120 seats, 61 active', 'Export promised in spring', 'A rival asks 15 % less'],
  systems: [
    { label: 'Use', value: '61 of 120 seats signed in within 90 days' },
    { label: 'You may', value: 'Offer seats in steps of 20 and a yearly price; discounts above 5 % are not yours' },
    { label: 'Export', value: 'Product says: in test, general on 15 January; a pilot place is free' },
  ],
  mustVerify: false,
  opening:
    'We renew in three weeks and I am not sure that we will. 120 seats, half of them unused, and the export you promised in spring is still not there. What do you suggest?',
  start: 'understand',
  phrases: {
    seats: [
      '80 seats',
      '60 seats',
      'fewer seats',
      'number of seats',
      'reduce * seats',
      'pay * use|used',
      'only * seats',
      'right number',
    ],
    discount: ['10 percent', '15 percent', '20 percent', 'match * price|offer', 'discount'],
    pilot: ['pilot', 'test group', '15 january', 'january', 'export'],
    goals: [
      'what matters',
      'what would',
      'what do you need',
      'which teams',
      'what is * for',
      'why is',
      'why are',
      'what has to',
      'what must',
      'goal',
      'goals',
    ],
  },
  turns: {
    understand: {
      hears: [
        {
          on: ['discount'],
          to: 'haggle',
          says: 'So the price was too high until now? I can get a discount anywhere. I asked what you suggest.',
        },
        {
          on: ['goals'],
          to: 'plan',
          says: 'The export, for our auditors: without it two people copy figures every month. And I will not pay for 59 empty seats.',
        },
        {
          on: ['seats', 'pilot'],
          to: 'terms',
          says: 'Fewer seats, and the export on a date. Who tells me that the date holds this time?',
        },
        { on: ['seats'], to: 'export', says: 'That is one half. The other half is the export you promised.' },
        { on: ['pilot'], to: 'seatsLeft', says: 'That is one half. And the 59 seats that nobody uses?' },
        {
          on: ['ask'],
          to: 'plan',
          says: 'It is simple: 59 seats are empty, and two people copy figures each month because there is no export.',
        },
        { on: ['acknowledge'], to: 'plan', says: 'Then you see it as I do. 59 empty seats and no export. So?' },
      ],
      otherwise: ['I had hoped for a suggestion.', 'The other supplier sent me a page within a day.'],
      helps:
        'Good morning Ms Solberg, thank you for saying it openly. You are paying for seats that nobody uses, and we owe you the export. What has to be true for your auditors, so that renewing makes sense for you?',
      hint: 'Before an offer: what would make it worth it for her?',
    },
    haggle: {
      hears: [
        { on: ['goals'], to: 'plan', says: 'The export. And not to pay for empty seats.' },
        { on: ['seats'], to: 'export', says: 'That is better than a discount. And the export?' },
        { on: ['apologise'], to: 'plan', says: 'All right. 59 empty seats, no export. Your suggestion?' },
      ],
      otherwise: ['I asked for a suggestion, not for a percentage.', 'Then I take the cheaper one.'],
      helps:
        'Fair point, a discount solves neither. What has to work so that your auditors are content, and which teams really use their seats?',
      hint: 'Price was not her first sentence. What was?',
    },
    plan: {
      hears: [
        {
          on: ['seats', 'pilot'],
          to: 'terms',
          says: '80 seats and a pilot of the export. Why should I believe the date this time?',
        },
        { on: ['seats'], to: 'export', says: 'Good. And the export?' },
        { on: ['pilot'], to: 'seatsLeft', says: 'Good. And the empty seats?' },
        { on: ['discount'], to: 'haggle', says: 'A percentage again. That is not the point.' },
      ],
      otherwise: ['And what do you suggest?', 'I know my problems. I asked for your plan.'],
      helps:
        'Then I suggest: renew with 80 seats instead of 120, so that you only pay for what is used, and a place in the pilot of the export now.',
      hint: 'Both halves: seats and export.',
    },
    export: {
      hears: [{ on: ['pilot'], to: 'terms', says: 'A pilot. Why should the date hold this time?' }],
      otherwise: ['The export. In spring you said "this summer".', 'Without the export we need not talk about seats.'],
      helps:
        'The export is in test. I can give you a place in the pilot now, and it is there for everybody on 15 January.',
      hint: 'What does product say about the export?',
    },
    seatsLeft: {
      hears: [{ on: ['seats'], to: 'terms', says: 'That fits. And why should I believe the date of the export?' }],
      otherwise: ['The 59 seats.', 'I will not explain empty seats to my board again.'],
      helps: 'You would renew with 80 seats, so that you pay for what is used and have room to grow.',
      hint: 'The seats are still open.',
    },
    terms: {
      hears: [
        { on: ['explain', 'time'], to: 'agreed' },
        { on: ['nextStep', 'time'], to: 'agreed' },
        { on: ['pilot', 'time'], to: 'agreed' },
        { on: ['route', 'time'], to: 'agreed' },
      ],
      otherwise: ['A promise I had. What makes this one different?', 'In spring it was a promise as well.'],
      helps:
        'Because you can see it work: I will invite you and our product lead to the pilot on Thursday, and you sign only after you have seen your own figures in it.',
      hint: 'Why does it hold this time? Something she can see, with a day.',
    },
  },
  endings: {
    agreed: {
      how: 'agreed',
      says: 'That is a plan I can show my board. Send me both in writing.',
      because: 'She pays for what is used, sees the export before she signs, and has a day for it.',
    },
    left: {
      how: 'unsolved',
      says: 'I will sign with the other supplier. It is nothing personal.',
      because: 'She asked for a suggestion for two things and got none.',
    },
  },
  reactions: {
    rude: 'I will end this here if that is the tone.',
    blame: 'We were told 120 seats would be needed. By you.',
    dismiss: 'Then I know what to tell my board.',
    onlySorry: 'I do not need regret, I need a plan.',
    onlyGreeting: 'Good morning. You have read my question?',
    question: 'I have told you the two things that matter.',
    vague: '"Soon" was the word in spring.',
  },
};
