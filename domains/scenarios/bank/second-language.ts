import type { Scenario } from '#science/practice';

export const secondLanguage: Scenario = {
  id: 'second-language',
  version: 1,
  lang: 'en',
  title: 'A booking in a second language',
  industry: 'travel',
  difficulty: 2,
  minutes: 7,
  skills: ['cultural-awareness', 'languages', 'active-listening'],
  persona: {
    name: 'Nguyen Thi Lan',
    about:
      'Booked a coach for her parents. Her family name is Nguyen; the form turned the names round. Writes English as a third language.',
  },
  mood: 'Very polite, says "yes" also where she did not understand.',
  wants: 'The name on the ticket as in the passport: Nguyen Thi Lan.',
  customerKnows: ['Ticket says "Lan Nguyen"', 'Passport says "NGUYEN THI LAN"', 'Coach on Sunday 09:00'],
  systems: [
    { label: 'Booking C-8842', value: 'Lan Nguyen, Sunday 09:00' },
    {
      label: 'Name',
      value: 'Can be corrected free of charge until the day before; the new ticket comes by mail within ten minutes',
    },
    { label: 'Form', value: 'Has "first name" and "last name" only' },
  ],
  mustVerify: true,
  opening:
    'Dear Sir/Madam, ticket name is not same with passport. Ticket say Lan Nguyen. Passport is family name first. Driver will say no? Thank you very much.',
  start: 'which',
  phrases: {
    nameAsk: [
      'exactly as',
      'as in * passport',
      'in * passport',
      'full name',
      'family name',
      'how * name',
      'spell',
      'write * name',
    ],
    idiom: [
      'no worries',
      'piece of cake',
      'touch base',
      'ballpark',
      'hang tight',
      'bear with me',
      'in a jiffy',
      'sort you out',
      'all good',
    ],
    wrongName: ['mr nguyen', 'dear lan nguyen', 'ms lan', 'lan is your last', 'last name lan'],
    newOnly: ['only * new', 'new ticket', 'delete * old', 'not * old', 'the new one'],
    correct: ['correct|corrected|correcting', 'change|changed * name|ticket', 'new ticket', 'same as * passport'],
  },
  turns: {
    which: {
      hears: [
        {
          on: ['idiom'],
          to: 'unsure',
          says: 'Yes. Thank you. Sorry, I do not understand. Is the ticket okay or not okay?',
        },
        {
          on: ['verify', 'nameAsk'],
          to: 'fix',
          says: 'Booking C-8842. Passport: NGUYEN THI LAN. Nguyen is family name. Thank you for asking.',
        },
        { on: ['verify'], to: 'name', says: 'Booking number C-8842. Yes.' },
        { on: ['nameAsk'], to: 'fix', says: 'Passport: NGUYEN THI LAN. Booking is C-8842.' },
      ],
      otherwise: ['Yes. Thank you. Driver will say no?', 'Sorry for my English. Name is not same. Is problem?'],
      helps:
        'Hello, thank you for writing before the trip. Please send me two things: your booking number, and your full name exactly as it is in the passport.',
      hint: 'Two short questions: which booking, and the name exactly as in the passport.',
    },
    unsure: {
      hears: [
        { on: ['verify', '!idiom'], to: 'name', says: 'Booking number C-8842. Thank you.' },
        { on: ['nameAsk', '!idiom'], to: 'fix', says: 'NGUYEN THI LAN. Booking C-8842.' },
      ],
      otherwise: ['Sorry. Ticket is okay?', 'Maybe I ask my cousin. Thank you.'],
      helps:
        'I will say it more simply. The ticket is not right yet, but I can correct it. What is your booking number, and your full name in the passport?',
      hint: 'Short sentences, plain words.',
    },
    name: {
      hears: [
        {
          on: ['nameAsk'],
          to: 'fix',
          says: 'NGUYEN is family name. THI LAN is given name. In passport: NGUYEN THI LAN.',
        },
        { on: ['correct'], to: 'which-name', says: 'Yes. Thank you. New ticket is what name?' },
      ],
      otherwise: ['Yes. Name is same now?', 'Sorry, which name do you write?'],
      helps: 'Thank you. How is your full name written in the passport, and which part is the family name?',
      hint: 'Ask how the name stands in the passport; do not guess which part is which.',
    },
    'which-name': {
      hears: [{ on: ['nameAsk'], to: 'fix', says: 'NGUYEN THI LAN. Family name first.' }],
      otherwise: ['Lan Nguyen is not right.', 'Please write same with passport.'],
      helps: 'Please write your full name exactly as it is in the passport, then I correct it to that.',
      hint: 'You do not know the name yet.',
    },
    fix: {
      hears: [
        {
          on: ['correct', 'time'],
          to: 'check',
          says: 'Yes. Thank you. So I print new ticket, and old ticket I do not use?',
        },
        { on: ['correct'], to: 'when', says: 'Yes, thank you. New ticket comes when? Coach is Sunday 9:00.' },
      ],
      otherwise: ['Yes. So ticket is okay?', 'I am worry for Sunday.'],
      helps:
        'I will correct it to NGUYEN THI LAN, the same as in the passport. It costs nothing. You will get the new ticket by email within ten minutes.',
      hint: 'Repeat the name as you will write it, what it costs, and when the ticket comes.',
    },
    when: {
      hears: [{ on: ['time'], to: 'check', says: 'Good. Old ticket, I do not use?' }],
      otherwise: ['Before Sunday?', 'Sunday 9:00 is coach. Ticket is before?'],
      helps: 'The new ticket comes by email within ten minutes, long before Sunday.',
      hint: 'Say when the new ticket comes.',
    },
    check: {
      hears: [
        { on: ['newOnly'], to: 'solved' },
        { on: ['nextStep'], to: 'solved' },
        { on: ['reflect'], to: 'solved' },
      ],
      otherwise: ['I use which ticket?', 'Sorry. New or old?'],
      helps:
        'That is right: please show only the new ticket on Sunday, and delete the old one. I will stay here until you have it.',
      hint: 'Answer the question: new or old?',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'New ticket is here. Name is correct. Thank you very much for patience, my parents are happy.',
      because: 'The name stands as in the passport, and she knows which ticket to show.',
    },
    left: {
      how: 'unsolved',
      says: 'Thank you very much. I ask my cousin.',
      because: 'She was polite and did not understand; the name is still wrong.',
    },
  },
  reactions: {
    rude: 'I am sorry. I only want correct name.',
    blame: 'The form has only two fields. I am sorry.',
    dismiss: 'I look. English is difficult. Sorry.',
    onlySorry: 'Thank you. Ticket is okay now?',
    onlyGreeting: 'Hello. Ticket name is not same with passport.',
    question: 'Yes. Sorry, what is the question?',
    vague: 'Soon is today? Coach is Sunday.',
  },
};
