import type { Scenario } from '#science/practice';

export const callbackPromise: Scenario = {
  id: 'the-call-that-never-came',
  version: 1,
  lang: 'en',
  title: 'The call that never came',
  industry: 'insurance',
  difficulty: 2,
  minutes: 7,
  skills: ['collaboration', 'empathy', 'communication'],
  persona: {
    name: 'Samuel Adeyemi',
    about: 'Water damage in his kitchen. Was promised a call from the claims team on Monday, and on Wednesday.',
  },
  mood: 'Controlled. Writes down everything.',
  wants: 'A call that comes, from somebody who can decide, and to know whether he may dry the floor.',
  customerKnows: ['Claim WD-118', 'Promised twice, nobody called', 'The fan hire costs 60 a day'],
  systems: [
    { label: 'Claim WD-118', value: 'With the claims team; two calls planned, none made; no reason written down' },
    { label: 'Drying', value: 'May begin at once; receipts are paid up to 800' },
    { label: 'Claims team', value: 'Ada Brandt has a free time today 15:30, and can be booked by you' },
  ],
  mustVerify: true,
  opening:
    'Claim for water damage. I was promised a call on Monday and a call on Wednesday. Neither came. Whom do I believe today?',
  start: 'own',
  phrases: {
    book: ['booked|book|reserve|reserved', 'ada', 'brandt', 'appointment', 'in the calendar'],
    dry: ['dry|drying', 'fan', 'receipts|receipt', '800'],
    passBuck: [
      'claims team is responsible',
      'other department',
      'not us',
      'they should have',
      'i do not know why they',
    ],
  },
  turns: {
    own: {
      hears: [
        { on: ['passBuck'], to: 'buck', says: 'I do not care which of you it was. It says one company on my policy.' },
        {
          on: ['verify'],
          to: 'call',
          says: 'WD-118, Samuel Adeyemi, born on the 19th of March 1979. Two promises, no call. And the floor is getting worse.',
        },
        { on: ['acknowledge'], to: 'number', says: 'Good that you see it. So what is different today?' },
        { on: ['apologise'], to: 'number', says: 'I have two apologies already. What is different today?' },
      ],
      otherwise: ['Whom do I believe, then?', 'Third day. I write everything down.'],
      helps:
        'Good morning Mr Adeyemi, you are right: we promised two calls and made none, I am sorry. May I have your claim number and date of birth, so that this one comes?',
      hint: 'Own both broken promises; then which claim.',
    },
    buck: {
      hears: [
        { on: ['apologise'], to: 'number', says: 'Accepted. And now?' },
        { on: ['verify'], to: 'call', says: 'WD-118, Adeyemi, the 19th of March 1979.' },
      ],
      otherwise: ['I have one policy and one company.', 'Then give me your complaints office.'],
      helps:
        'You are right, I am sorry: we are one company and we did not call. What is your claim number? I will take it from here.',
      hint: 'For him there is one company.',
    },
    number: {
      hears: [
        {
          on: ['verify'],
          to: 'call',
          says: 'WD-118, Samuel Adeyemi, the 19th of March 1979. And my floor is getting worse while I wait.',
        },
        { on: ['book', 'time'], to: 'dry', says: '{time}, with a name. Noted. And the wet floor until then?' },
      ],
      otherwise: ['You will need the claim number, I suppose.', 'So nothing is different.'],
      helps: 'Today I stay with it until the call has happened. May I have your claim number and date of birth?',
      hint: 'Which claim is it?',
    },
    call: {
      hears: [
        {
          on: ['book', 'time'],
          to: 'dry',
          says: '{time}, by name. That is more than I had. And the floor? The fan costs 60 a day, may I begin?',
        },
        { on: ['route', 'time'], to: 'who', says: '{time}. By whom? A team does not call, a person does.' },
        { on: ['nextStep', 'time'], to: 'who', says: 'And who calls me {time}?' },
        { on: ['dry'], to: 'then', says: 'Good, I will begin today. And the call?' },
        { on: ['route'], to: 'who', says: 'Who calls, and when? I have heard "the team" twice.' },
      ],
      otherwise: ['And when does somebody call?', 'A name and a time. That is all I ask.'],
      helps:
        'I have booked Ada Brandt, who decides your claim: she will call you today at 15:30, and I will stay on it until she has.',
      hint: 'A name and a time, booked by you.',
    },
    who: {
      hears: [
        { on: ['book', 'time'], to: 'dry', says: 'Ada Brandt, {time}. Written down. And the wet floor?' },
        { on: ['book'], to: 'at', says: 'Ada Brandt. At what time?' },
      ],
      otherwise: ['A name.', 'So again nobody in particular.'],
      helps: 'Ada Brandt calls you, she decides your claim. I have booked her for today at 15:30.',
      hint: 'Who exactly?',
    },
    at: {
      hears: [{ on: ['time'], to: 'dry', says: 'Good, {time}. And the wet floor until then?' }],
      otherwise: ['At what time?', 'Morning, evening, next year?'],
      helps: 'She will call you today at 15:30.',
      hint: 'At what time?',
    },
    then: {
      hears: [
        { on: ['book', 'time'], to: 'sure', says: '{time}, by name. And if it does not ring?' },
        { on: ['route', 'time'], to: 'sure', says: '{time}. And if it does not ring?' },
        { on: ['nextStep', 'time'], to: 'sure', says: '{time}. And if it does not ring this time either?' },
      ],
      otherwise: ['And the call?', 'The call, please.'],
      helps: 'Ada Brandt will call you today at 15:30; I have just booked her time.',
      hint: 'He asked about the call.',
    },
    dry: {
      hears: [
        {
          on: ['dry'],
          to: 'sure',
          says: 'Good, I will rent the fan and keep the receipts. And if the phone does not ring?',
        },
      ],
      otherwise: ['May I dry the floor or not?', 'It costs 60 a day. Do you pay it?'],
      helps: 'Please begin drying now, you need not wait for the call. Keep the receipts: we pay them up to 800.',
      hint: 'He asks whether he may begin drying.',
    },
    sure: {
      hears: [
        { on: ['nextStep', 'time'], to: 'agreed' },
        { on: ['nextStep'], to: 'agreed' },
      ],
      otherwise: ['I asked: what if nobody calls again?', 'A third time would be the last.'],
      helps:
        'Then you do not have to chase it: I will look at 15:45 whether she has reached you, and if not, I will call you myself.',
      hint: 'What do you do if nobody calls again?',
    },
  },
  endings: {
    agreed: {
      how: 'routed',
      says: 'Then I believe it is you I believe today. Thank you.',
      because: 'A name, a time, a check by you, and he may begin drying.',
    },
    left: {
      how: 'unsolved',
      says: 'Please note that I am filing a complaint. With dates.',
      because: 'A third promise without a name is worth nothing to him.',
    },
  },
  reactions: {
    rude: 'I have noted that, with the time.',
    blame: 'I was at home both days, beside the telephone.',
    dismiss: 'That is what the last two said.',
    onlySorry: 'Thank you. What happens now?',
    onlyGreeting: 'Good morning. Two calls were promised. None came.',
    question: 'I do not see how that helps. I was promised a call.',
    vague: 'No. A time.',
  },
};
