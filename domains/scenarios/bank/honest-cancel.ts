import type { Scenario } from '#science/practice';

export const honestCancel: Scenario = {
  id: 'honest-cancel',
  version: 1,
  lang: 'en',
  title: 'A cancellation, kept honestly or let go',
  industry: 'technology',
  difficulty: 2,
  minutes: 7,
  skills: ['negotiation', 'active-listening', 'problem-solving'],
  persona: {
    name: 'Noor Haddad',
    about: 'Pays for a budgeting app for a year and hardly opens it since she had twins.',
  },
  mood: 'Friendly, short of time, allergic to being talked round.',
  wants: 'To stop paying. She would keep her figures if that cost nothing.',
  customerKnows: ['9.90 a month', 'Opened it twice since August', 'Afraid of losing two years of figures'],
  systems: [
    { label: 'Plan', value: 'Monthly, next payment on the 3rd' },
    { label: 'Pause', value: 'Up to twelve months, costs nothing, figures are kept' },
    { label: 'Cancel', value: 'Takes effect at the end of the paid month; figures can be downloaded for 90 days' },
  ],
  mustVerify: true,
  opening: 'Hi, I would like to cancel please. I do not use the app any more and 9.90 is 9.90. Can we make it quick?',
  start: 'why',
  phrases: {
    cancelIt: ['cancel|cancelled|canceled|cancelling', 'end * subscription|plan', 'close * account', 'stop * payment'],
    pause: ['pause|paused|pausing', 'freeze', 'put * on hold'],
    push: [
      'discount',
      'half price',
      'special offer',
      'percent off',
      'you will lose',
      'are you sure',
      'last chance',
      'before you go',
      'regret',
    ],
    data: ['figures', 'data', 'download', 'export', 'kept', 'keep'],
  },
  turns: {
    why: {
      hears: [
        { on: ['push'], to: 'pushed', says: 'I did not ask for an offer. I asked to cancel.' },
        {
          on: ['verify', 'cancelIt'],
          to: 'data',
          says: 'noor@example.com. Thank you for not making it hard. What happens to my figures, actually? Two years are in there.',
        },
        {
          on: ['verify'],
          to: 'data',
          says: 'noor@example.com. It is not that it is bad, I had twins and have not opened it since. What happens to my figures?',
        },
        { on: ['ask'], to: 'told', says: 'I had twins in August. I have opened it twice since. That is all.' },
        { on: ['cancelIt', 'nextStep'], to: 'told', says: 'Lovely. Do you need my address for that?' },
      ],
      otherwise: ['So, can you cancel it?', 'I have two babies here. Cancel it, please.'],
      helps:
        'Hi Noor, of course I can cancel that for you, no hoops. Which email address is the account on? And may I ask what changed, so that we learn from it?',
      hint: 'Say yes to what she asks; then which account.',
    },
    pushed: {
      hears: [
        { on: ['cancelIt', '!push'], to: 'told', says: 'Thank you. The account is on my mail, if you need that.' },
        { on: ['apologise', '!push'], to: 'told', says: 'Okay. So, how do we do it?' },
      ],
      otherwise: ['Cancel, please.', 'I will do it through my bank then.'],
      helps: 'You are right, you asked to cancel, I am sorry. I will cancel it. Which email address is the account on?',
      hint: 'She said what she wants. Do it.',
    },
    told: {
      hears: [
        {
          on: ['verify'],
          to: 'data',
          says: 'noor@example.com. What happens to my figures when it is gone? Two years are in there.',
        },
        { on: ['cancelIt', 'time'], to: 'cancelled' },
      ],
      otherwise: ['Do you need anything from me?', 'You would have to know which account it is.'],
      helps:
        'Twins, that explains it, congratulations. Which email address is your account on? Then I can do it right away.',
      hint: 'Which account is it?',
    },
    data: {
      hears: [
        {
          on: ['pause', 'cancelIt'],
          to: 'choice',
          says: 'A pause costs nothing? And it does not start again by itself?',
        },
        { on: ['pause'], to: 'choice', says: 'What is a pause, and what does it cost?' },
        {
          on: ['data', 'cancelIt'],
          to: 'confirm',
          says: 'Ninety days is enough to download it. When is my last payment?',
        },
        { on: ['data', 'time'], to: 'confirm', says: 'Good to know. When does it end, then?' },
        { on: ['push'], to: 'pushed', says: 'Please do not sell me something.' },
      ],
      otherwise: ['And my figures?', 'I would not like to lose two years.'],
      helps:
        'Your figures can be downloaded for ninety days after you cancel. There is also a pause: it costs nothing and keeps them. Cancel or pause, which is right for you?',
      hint: 'Answer about the figures, and name both honest ways.',
    },
    choice: {
      hears: [
        { on: ['pause', 'time'], to: 'paused' },
        { on: ['pause', 'explain'], to: 'paused' },
        { on: ['cancelIt', 'time'], to: 'cancelled' },
        { on: ['nextStep', 'time'], to: 'paused' },
      ],
      otherwise: [
        'And after the pause it charges me, is that the trick?',
        'Tell me plainly: does it start again by itself?',
      ],
      helps:
        'No trick: the pause is free for twelve months, it does not start again by itself, because you have to press "resume". I will mail you before it ends, on 3 December next year.',
      hint: 'Say plainly what the pause does at its end.',
    },
    confirm: {
      hears: [
        { on: ['cancelIt', 'time'], to: 'cancelled' },
        { on: ['time', 'nextStep'], to: 'cancelled' },
      ],
      otherwise: ['So is it cancelled, and from when?', 'I would like a date.'],
      helps:
        'It is cancelled: you will not pay again, your access ends on 3 December, and I am sending you a confirmation today.',
      hint: 'Confirm it, with the date.',
    },
  },
  endings: {
    paused: {
      how: 'agreed',
      says: 'A pause it is, then. I will be back when they sleep. Thank you for telling me straight.',
      because: 'She chose the pause herself, knowing what happens at its end.',
    },
    cancelled: {
      how: 'solved',
      says: 'Done in five minutes. Thank you. I may well come back.',
      because: 'She got what she asked for, with the date, and thinks well of us.',
    },
    left: {
      how: 'unsolved',
      says: 'I am stopping the payment at my bank. That was not nice.',
      because: 'She asked for one thing and did not get it.',
    },
  },
  reactions: {
    rude: 'Charming. Cancel it, please.',
    blame: 'I know I did not use it. That is why I am cancelling.',
    dismiss: 'I looked there. There is no such button.',
    onlySorry: 'No need to be sorry. Can you cancel it?',
    onlyGreeting: 'Hi! So, can you cancel it for me?',
    question: 'I would rather not answer a survey now.',
    vague: 'Before the next payment or after?',
  },
};
