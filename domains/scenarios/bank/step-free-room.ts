import type { Scenario } from '#science/practice';

export const stepFreeRoom: Scenario = {
  id: 'step-free-room',
  version: 1,
  lang: 'en',
  title: 'A room without steps',
  industry: 'hospitality',
  difficulty: 2,
  minutes: 8,
  skills: ['problem-solving', 'collaboration', 'empathy'],
  persona: {
    name: 'Aoife Brennan',
    about: 'Travels with an electric wheelchair. The last hotel called a room "accessible" that had two steps.',
  },
  mood: 'Matter of fact. Has explained this many times.',
  wants: 'To know what is really there: door width, shower without an edge, a socket for the chair. In writing.',
  customerKnows: ['Arrives on Friday', 'The chair is 70 cm wide', 'Booking H-3391'],
  systems: [
    { label: 'Room 12', value: 'Ground floor, "accessible"; door 82 cm; shower: not recorded' },
    { label: 'Who knows', value: 'The house team measures on request, within two hours' },
    { label: 'Room 14', value: 'Door 78 cm, bath tub' },
  ],
  mustVerify: true,
  opening:
    'Hello, I arrive on Friday with an electric wheelchair, 70 cm wide. Your page says "accessible". Is the shower without an edge, and how wide is the bathroom door?',
  start: 'listen',
  phrases: {
    measure: [
      'measure|measured',
      'check * shower|door|room',
      'house team',
      'ask * team|colleague',
      'have a look',
      'look at * room',
    ],
    guess: ['should be fine', 'probably', 'i think it', 'should be accessible', 'i guess', 'normally', 'all our rooms'],
    width: ['82', 'door'],
    free: ['free of charge', 'cancel', 'money back', 'full refund'],
    other: ['another hotel|room|house', 'hotel nearby', 'find you', 'alternative'],
    known: ['do not know', 'not recorded', 'not sure', 'not written', 'do not have'],
    need: ['what else', 'anything else * need', 'do you need', 'what * need', 'which * need', 'charge|charging|socket'],
  },
  turns: {
    listen: {
      hears: [
        {
          on: ['guess'],
          to: 'doubt',
          says: '"Should be" put me in front of two steps last time. Do you know, or do you guess?',
        },
        {
          on: ['verify', 'width'],
          to: 'shower',
          says: 'H-3391, Brennan. 82 is good. And the shower: is there an edge?',
        },
        { on: ['verify'], to: 'shower', says: 'H-3391, Brennan. So: the shower and the door?' },
        { on: ['measure'], to: 'when', says: 'Somebody measures it? That is new. When would I know?' },
        {
          on: ['need'],
          to: 'shower',
          says: 'Good question, nobody asks that: a socket by the bed for the chair. Booking H-3391, Brennan. And the shower?',
        },
      ],
      otherwise: ['I asked about the shower and the door.', 'I need centimetres, not the word "accessible".'],
      helps:
        'Hello, thank you for telling me what matters: the shower edge and the bathroom door. May I have your booking number, so I look at the right room? Do you need anything else, such as a socket for charging?',
      hint: 'Find the booking; ask what else she needs rather than guessing.',
    },
    doubt: {
      hears: [
        { on: ['known'], to: 'shower', says: 'Thank you for saying so. Booking H-3391. How do we find out?' },
        { on: ['measure'], to: 'when', says: 'That would be something. When?' },
        { on: ['apologise', 'verify'], to: 'shower', says: 'H-3391, Brennan. So, the shower?' },
      ],
      otherwise: ['A guess does not open a door.', 'I had better book elsewhere.'],
      helps:
        'You are right, I was guessing. I do not know the shower, so I will have our house team measure it rather than tell you something.',
      hint: 'Say what you know and what you do not.',
    },
    shower: {
      hears: [
        { on: ['guess'], to: 'doubt', says: 'Please, no "should".' },
        {
          on: ['measure', 'time'],
          to: 'else',
          says: '{time}, with a photo of the shower? And if there is an edge, what then?',
        },
        { on: ['measure'], to: 'when', says: 'Good. When do I hear?' },
        { on: ['known'], to: 'find', says: 'At least you say so. Who could find out?' },
      ],
      otherwise: ['And the shower?', 'So nobody knows.'],
      helps:
        'The door is 82 cm. Whether the shower has an edge is not recorded, so I will ask our house team to measure it and write to you within two hours.',
      hint: 'What is recorded, what is not, who finds out, by when.',
    },
    find: {
      hears: [
        { on: ['measure', 'time'], to: 'else', says: '{time} is fine. And if there is an edge?' },
        { on: ['measure'], to: 'when', says: 'And when would that be?' },
        { on: ['route', 'time'], to: 'else', says: 'Good. And if it does not fit?' },
      ],
      otherwise: ['Somebody in that house can walk to the shower and look.', 'I will ask another hotel.'],
      helps: 'I will ask our house team to go and measure the shower, and I will write to you within two hours.',
      hint: 'Somebody in the house can look.',
    },
    when: {
      hears: [{ on: ['time'], to: 'else', says: 'That works. And if it turns out there is an edge?' }],
      otherwise: ['I have to book a train as well. When?', 'A time, please.'],
      helps:
        'The house team needs at most two hours, so I will write to you by 4 pm today with the measures and a photo.',
      hint: 'Say when she hears from you.',
    },
    else: {
      hears: [
        { on: ['free'], to: 'agreed' },
        { on: ['nextStep', 'time'], to: 'agreed' },
        { on: ['other'], to: 'agreed' },
      ],
      otherwise: [
        'I need a plan for the case that it does not fit.',
        'If it does not fit, I stand in the street on Friday.',
      ],
      helps:
        'If it does not fit, you can cancel free of charge, and I will look for a hotel nearby that fits, today, before you book your train.',
      hint: 'What happens if it does not fit?',
    },
  },
  endings: {
    agreed: {
      how: 'agreed',
      says: 'That is how it should be. I wait for the measures before I book the train. Thank you.',
      because: 'Nothing was guessed; she knows who measures, by when, and what happens if it does not fit.',
    },
    left: {
      how: 'unsolved',
      says: 'I will book where somebody knows their own bathroom.',
      because: 'A guess is worth nothing to her, and nobody went to look.',
    },
  },
  reactions: {
    rude: 'I ask for a door width and get this?',
    blame: 'I wrote it in the booking. Twice.',
    dismiss: 'The page says "accessible". That is exactly the problem.',
    onlySorry: 'You need not be sorry, only exact.',
    onlyGreeting: 'Hello. The shower and the door, please.',
    question: 'I have said what I need: door, shower, socket.',
    vague: 'I arrive on Friday. By when do I know?',
  },
};
