import type { Scenario } from '#science/practice';

export const lateParcel: Scenario = {
  id: 'late-parcel',
  version: 1,
  lang: 'en',
  title: 'A late parcel',
  industry: 'retail',
  difficulty: 1,
  minutes: 6,
  skills: ['empathy', 'active-listening', 'communication'],
  persona: { name: 'Dana Whitcombe', about: 'Ordered a bicycle helmet for her son. His birthday is on Saturday.' },
  mood: 'Short lines. She has asked twice before and nobody came back to her.',
  wants: 'The helmet before Saturday, or to know today that it will not come.',
  customerKnows: [
    'Ordered ten days ago',
    'The tracking page has said "on its way" since Monday',
    'Order number FH-20418',
  ],
  systems: [
    { label: 'Order FH-20418', value: 'Helmet, size S, sent on the 12th; last scan at the depot, Monday 06:10' },
    { label: 'Carrier', value: 'A search takes up to three working days' },
    { label: 'Stock', value: '4 left in size S; express arrives the next working day' },
  ],
  mustVerify: true,
  opening: 'My parcel was due on Monday and it is still not here. I have written twice already. Where is my order?',
  start: 'find',
  phrases: {
    send: [
      'send|sending|ship|shipping * new|another|second|replacement|helmet',
      'replacement',
      'express',
      'order * again',
    ],
    search: ['search', 'trace', 'ask the carrier', 'contact the carrier', 'chase', 'investigate'],
    keepOrReturn: [
      'refuse it',
      'return * first',
      'keep both|it',
      'send * back',
      'not pay twice',
      'collect it',
      'not be charged',
    ],
    refund: ['refund', 'money back'],
    wait: ['wait', 'be patient', 'few more days'],
  },
  turns: {
    find: {
      hears: [
        {
          on: ['verify'],
          to: 'need',
          says: 'It is FH-20418, Dana Whitcombe, and the postcode is BS6 5TN. It is a helmet for my son, his birthday is on Saturday.',
        },
        {
          on: ['ask', 'acknowledge'],
          to: 'need',
          says: 'It is a helmet for my son. Order FH-20418, Dana Whitcombe, BS6 5TN. His birthday is on Saturday.',
        },
      ],
      otherwise: [
        'And my order? Do you not need a number or something?',
        'I gave it in both my mails. Order FH-20418. Please look.',
      ],
      helps:
        'Hello, I am sorry your parcel did not come on Monday, and that you had to write again. May I have your order number and postcode, so that I can see where it is?',
      hint: 'She has not been asked which order it is.',
    },
    need: {
      hears: [
        {
          on: ['send', 'time'],
          to: 'sure',
          says: 'A second one, {time}? Really? And what do I do if the first one turns up as well?',
        },
        {
          on: ['send'],
          to: 'when',
          says: 'A new one would be good. But when is it here? It is no use to him on Sunday.',
        },
        {
          on: ['search', 'time'],
          to: 'late',
          says: 'Three days of searching is after his birthday. Is there really nothing else?',
        },
        { on: ['search'], to: 'late', says: 'And until you have found it? Saturday will not move.' },
        {
          on: ['wait'],
          to: 'late',
          says: 'I have waited since Monday. Saturday is his birthday, waiting is not an answer.',
        },
      ],
      otherwise: [
        'So where is it? And will the helmet be here before Saturday?',
        'I just want to know: does he get his helmet on Saturday or not?',
      ],
      helps:
        'I can see that the helmet has not moved since the depot on Monday, and Saturday matters. I will send a second one by express today, so you have it by Thursday.',
      hint: 'Say what you see, what you will do, and by when she has it.',
    },
    late: {
      hears: [
        {
          on: ['send', 'time'],
          to: 'sure',
          says: 'That would help, if it is here {time}. And if the first one comes too?',
        },
        { on: ['send'], to: 'when', says: 'Yes please. When would that be here?' },
        { on: ['refund'], to: 'refunded' },
      ],
      otherwise: ['Can you not send another one? You must have more than one helmet.', 'Then I will buy one in town.'],
      helps:
        'You are right, a search would end after Saturday. I will send another helmet by express now, and it is with you by Thursday.',
      hint: 'A search ends after Saturday. What else is in stock?',
    },
    when: {
      hears: [{ on: ['time'], to: 'sure', says: 'Good, {time} is fine. What if the first parcel comes as well?' }],
      otherwise: ['I need a day, not "soon".', 'So you do not know either.'],
      helps:
        'It goes out by express today and is with you by Thursday, two days before the birthday. I will write to you when it leaves.',
      hint: 'Name the day.',
    },
    sure: {
      hears: [
        { on: ['keepOrReturn'], to: 'solved' },
        { on: ['nextStep', 'time'], to: 'solved' },
      ],
      otherwise: ['And the first one? I do not want to pay twice.', 'I only want to know what I do with two helmets.'],
      helps:
        'If the first one comes too, just refuse it at the door; you will not pay twice. I will write to you tomorrow with the tracking link.',
      hint: 'Answer her question about the first parcel, and say when she hears from you.',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'Perfect, thank you. He will have it for his birthday. You are the first one who told me a day.',
      because: 'The helmet comes in time, and she knows what happens with the first one.',
    },
    refunded: {
      how: 'unsolved',
      says: 'Fine, then the money back. I will find a helmet somewhere else.',
      because: 'The money is back, but a helmet was in stock and could have been there before Saturday.',
    },
    left: {
      how: 'unsolved',
      says: 'I give up. I will buy one in town and send yours back, whenever it comes.',
      because: 'She left without knowing whether the helmet comes in time.',
    },
  },
  reactions: {
    rude: 'Excuse me? I asked where my parcel is.',
    blame: 'I put in the right address. It is you who have the parcel.',
    dismiss: 'So I am on my own with this?',
    onlySorry: 'Thank you, but sorry does not bring the helmet. What happens now?',
    onlyGreeting: 'Hello. So, where is my order?',
    question: 'I am not sure what that has to do with it. I would like to know where the parcel is.',
    vague: 'That is what they wrote me last time. When exactly?',
  },
};
