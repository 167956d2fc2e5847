import type { Scenario } from '#science/practice';

export const publicComplaint: Scenario = {
  id: 'in-front-of-everybody',
  version: 1,
  lang: 'en',
  title: 'A complaint in front of everybody',
  industry: 'travel',
  difficulty: 3,
  minutes: 7,
  skills: ['crisis-handling', 'communication', 'privacy-security'],
  persona: {
    name: 'Imani Walker',
    about: 'Her suitcase with her mother’s ashes did not arrive. She writes under your page, 40,000 people read along.',
  },
  mood: 'Public, raw, precise.',
  wants: 'To know where the suitcase is, and that a human being has understood what is in it.',
  customerKnows: ['Flight on Tuesday, Kingston to London', 'Tag number 0214 887', 'The funeral is on Saturday'],
  systems: [
    { label: 'Tag 0214 887', value: 'Scanned in Kingston, not loaded; is in the safe room since Wednesday 07:30' },
    { label: 'Next flight', value: 'Thursday night; by courier on Friday before noon' },
    { label: 'Rule', value: 'Nothing of a booking in public; private message with the tag' },
  ],
  mustVerify: true,
  opening:
    '@NorthAir my mother’s ashes were in the suitcase you lost on Tuesday. Nobody answers. Does ANYBODY there understand what that means?',
  start: 'public',
  phrases: {
    private: [
      'private message',
      'direct message',
      'message us|me',
      'dm',
      'write to us * privately',
      'send us * privately',
      'in private',
      'privately',
    ],
    hand: ['by hand', 'personally', 'in person', 'my name', 'colleague * carries'],
    found: ['found', 'safe', 'kingston', 'located'],
    leakPublic: ['0214', 'your booking', 'seat', 'your flight from', 'your phone', 'your home'],
    mother: ['mother', 'ashes', 'loss', 'condolences', 'funeral'],
    template: [
      'inconvenience',
      'valued customer',
      'valuable feedback',
      'strive to',
      'take this very seriously',
      'any inconvenience',
    ],
  },
  turns: {
    public: {
      hears: [
        { on: ['leakPublic'], to: 'breach' },
        {
          on: ['template'],
          to: 'template',
          says: '@NorthAir "inconvenience"?! It is my MOTHER. Everybody look at this answer.',
        },
        {
          on: ['mother', 'private'],
          to: 'dm',
          says: '(private) Thank you for answering like a person. Tag 0214 887, Imani Walker, Tuesday. The funeral is on Saturday.',
        },
        {
          on: ['private', 'apologise'],
          to: 'dm',
          says: '(private) Tag 0214 887, Imani Walker. The funeral is on Saturday. Do you understand what is in it?',
        },
        {
          on: ['private'],
          to: 'cold',
          says: '@NorthAir so you hide it in a private message. Do you know what is in there?',
        },
        { on: ['mother'], to: 'how', says: '@NorthAir thank you for the words. And what do you DO now?' },
      ],
      otherwise: ['@NorthAir that is not an answer.', '@NorthAir still nothing. Two days.'],
      helps:
        'Imani, I am so sorry. These are your mother’s ashes, and nobody should have to ask twice. Please send me the tag number in a private message, I will look for it myself now.',
      hint: 'Everybody reads along: a human answer, no details, a private way.',
    },
    template: {
      hears: [
        {
          on: ['mother', 'private'],
          to: 'dm',
          says: '(private) That is the first human sentence. Tag 0214 887, Imani Walker. The funeral is on Saturday.',
        },
        { on: ['mother'], to: 'how', says: '@NorthAir better. What do you do now?' },
        { on: ['private'], to: 'dm', says: '(private) Tag 0214 887. Find her.' },
      ],
      otherwise: ['@NorthAir is there a human being?', '@NorthAir screenshot taken.'],
      helps:
        'You are right, that was no answer to the loss of your mother. I am sorry. Please send me the tag in a private message; I stay with it until it is found.',
      hint: 'No phrases from a template. What has happened to her?',
    },
    cold: {
      hears: [
        {
          on: ['mother'],
          to: 'dm',
          says: '(private) All right. Tag 0214 887, Imani Walker, the funeral is on Saturday.',
        },
        { on: ['acknowledge'], to: 'dm', says: '(private) Tag 0214 887, Imani Walker. The funeral is on Saturday.' },
      ],
      otherwise: ['@NorthAir you did not read what I wrote.', '@NorthAir read it. Then answer.'],
      helps:
        'I do: it is your mother, and I am sorry for your loss. I only ask for a private message because the tag should not be read by everybody.',
      hint: 'Say why in private, and that you read what is in it.',
    },
    how: {
      hears: [
        { on: ['leakPublic'], to: 'breach' },
        { on: ['private'], to: 'dm', says: '(private) Tag 0214 887, Imani Walker. The funeral is on Saturday.' },
      ],
      otherwise: ['@NorthAir what do you need from me?', '@NorthAir I have the tag here. Hello?'],
      helps:
        'I will look for it myself now. Please send me the tag number in a private message, so that it is not public.',
      hint: 'You need the tag, and not in public.',
    },
    dm: {
      hears: [
        {
          on: ['found', 'time'],
          to: 'care',
          says: '(private) In Kingston. Safe. {time}... who carries it? It must not be thrown on a belt again.',
        },
        { on: ['found'], to: 'when', says: '(private) You have found it! When is she here? Saturday is the funeral.' },
        {
          on: ['nextStep', 'time'],
          to: 'wait',
          says: '(private) {time}. I will hold you to it. Can you not see it now?',
        },
      ],
      otherwise: ['(private) Where is it?', '(private) Please. Where is she?'],
      helps:
        'I have found it: the suitcase is safe in a locked room in Kingston. It will be on the flight on Thursday night, and a courier brings it to you by Friday noon.',
      hint: 'Where is it, is it safe, and when is it with her?',
    },
    wait: {
      hears: [
        { on: ['found', 'time'], to: 'care', says: '(private) Thank God. {time}. Who carries it?' },
        { on: ['found'], to: 'when', says: '(private) You have it! When is it here?' },
      ],
      otherwise: ['(private) You have the tag. Please look.', '(private) I cannot wait any longer.'],
      helps: 'Yes, I have looked: it is safe in Kingston, and it is with you by Friday noon.',
      hint: 'The tag tells you where it is.',
    },
    when: {
      hears: [{ on: ['time'], to: 'care', says: '(private) {time}. Then it is before the funeral. Who carries it?' }],
      otherwise: ['(private) Before Saturday?', '(private) I have to tell my family something.'],
      helps: 'It flies on Thursday night and is with you by Friday noon, a day before the funeral.',
      hint: 'Before Saturday? Name the day.',
    },
    care: {
      hears: [
        { on: ['nextStep'], to: 'agreed' },
        { on: ['hand'], to: 'agreed' },
        { on: ['route'], to: 'agreed' },
      ],
      otherwise: ['(private) Who is responsible for it now?', '(private) A name. I need one name.'],
      helps:
        'A colleague carries it by hand to the aircraft, and I will write to you on Thursday night when it is on board. You have my name, Mei, and you write only to me.',
      hint: 'Who carries it, and who tells her?',
    },
  },
  endings: {
    agreed: {
      how: 'agreed',
      says: '(private) Thank you, truly. I will write under my post that you found her.',
      because: 'A human answer in public, the details in private, and a name with a time.',
    },
    breach: {
      how: 'breach',
      says: '@NorthAir did you just post my booking for everybody to see?',
      because: 'Details of her journey stood in public.',
    },
    left: {
      how: 'unsolved',
      says: '@NorthAir I am writing to the papers now.',
      because: 'Forty thousand people saw that nobody answered her.',
    },
  },
  reactions: {
    rude: '@NorthAir did you all see that?',
    blame: '@NorthAir now it is my fault that you lost it?',
    dismiss: '@NorthAir so that is all.',
    onlySorry: '@NorthAir sorry is a word. WHERE is it?',
    onlyGreeting: '@NorthAir hello. Where is my mother?',
    question: '@NorthAir what kind of question is that now?',
    vague: '@NorthAir "soon". The funeral is on Saturday.',
  },
};
