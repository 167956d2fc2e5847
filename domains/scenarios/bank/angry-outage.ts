import type { Scenario } from '#science/practice';

export const angryOutage: Scenario = {
  id: 'angry-outage',
  version: 1,
  lang: 'en',
  title: 'The internet is down, again',
  industry: 'telecom',
  difficulty: 3,
  minutes: 8,
  skills: ['crisis-handling', 'empathy', 'communication'],
  persona: {
    name: 'Rui Marques',
    about: 'Runs a small print shop. The third outage this month, a customer of his is standing in the shop.',
  },
  mood: 'CAPITALS now and then, short sentences, threatens to leave.',
  wants: 'To know when it works, something to work with until then, and that it counts on his bill.',
  customerKnows: ['No connection since 08:20', 'Third time this month', 'The router shows a red light'],
  systems: [
    { label: 'Incident 4417', value: 'A cable was cut by road works at 08:12; 214 lines; splicing until 14:00' },
    { label: 'Until then', value: 'A data pack for the phone can be switched on at once, free of charge' },
    { label: 'Credit', value: 'One day per outage, on the next bill; today and the two before: three days' },
  ],
  mustVerify: false,
  opening:
    'THIRD TIME this month!! My shop is dead since 8:20, no internet, no payments. I have a customer standing here. What are you people doing?',
  start: 'storm',
  phrases: {
    cause: ['cable', 'road works', 'cut', 'incident', 'outage'],
    pack: ['data pack', 'mobile data', 'hotspot', 'phone as', 'data on your phone', 'data * phone'],
    credit: ['credit', 'off your bill', 'next bill', 'not pay', 'refund'],
    router: ['restart', 'reboot', 'switch * off and on', 'unplug', 'turn * off'],
  },
  turns: {
    storm: {
      hears: [
        {
          on: ['cause', 'time'],
          to: 'now',
          says: '{time}?! And until then I send my customers home? I take cards, not promises.',
        },
        { on: ['cause'], to: 'until', says: 'A cable. Fine. And WHEN does it work again?' },
        {
          on: ['router'],
          to: 'router',
          says: 'I restarted it four times! It is not the router, the whole street is out!',
        },
        {
          on: ['acknowledge'],
          to: 'until',
          says: 'At least somebody answers. So what is it, and when does it work again?',
        },
        { on: ['apologise'], to: 'until', says: 'I have heard sorry twice this month. When does it WORK?' },
      ],
      otherwise: [
        'Do you even know that the whole street is down?',
        'I AM LOSING MONEY every minute. When does it work?',
      ],
      helps:
        'Mr Marques, you are right, a third outage is not good enough, with a customer in your shop. A cable was cut by road works; we are repairing it until 14:00.',
      hint: 'No script of questions now: say that you see it, what it is, and until when.',
    },
    router: {
      hears: [
        { on: ['cause', 'time'], to: 'now', says: 'There you are. {time}. And until then?' },
        { on: ['cause'], to: 'until', says: 'So you knew. When is it repaired?' },
      ],
      otherwise: ['Look at your own map before you ask me to unplug things.', 'The WHOLE STREET. Not my router.'],
      helps:
        'You are right, it is not your router: a cable was cut at 08:12 and your whole street is out. The repair runs until 14:00.',
      hint: 'Look at the incidents. What do they say?',
    },
    until: {
      hears: [
        {
          on: ['time', 'pack'],
          to: 'bill',
          says: 'On the phone, until {time}... that could work for the card reader. And the third outage this month, do I pay for that?',
        },
        { on: ['time'], to: 'now', says: '{time}. That is half my day. What do I do until then?' },
      ],
      otherwise: ['A time. I need a TIME.', 'You do not know, do you?'],
      helps:
        'Our team is splicing the cable and expects to be done by 14:00. I will write to you at noon, also if nothing has changed.',
      hint: 'Name the time you have, and when he hears from you again.',
    },
    now: {
      hears: [
        {
          on: ['pack'],
          to: 'bill',
          says: 'My phone as a hotspot, and it costs nothing? Okay. That I can do. But this is the third time. Do I pay for days without internet?',
        },
        { on: ['credit'], to: 'work', says: 'A credit is nice. It does not take a card payment now, does it?' },
      ],
      otherwise: [
        'And what do I do with the customer in front of me?',
        'Six hours without payments. Have you nothing?',
      ],
      helps:
        'So that you can take payments now, I am switching on a free data pack for your phone. Use it as a hotspot for the card reader; it works in two minutes.',
      hint: 'He needs to work now. What can you switch on?',
    },
    work: {
      hears: [{ on: ['pack'], to: 'bill', says: 'That helps. The hotspot is on. So, the bill: three outages.' }],
      otherwise: ['I need to take payments NOW.', 'Money next month does not help me at noon.'],
      helps:
        'You are right, that does not help you now. I am switching on a free data pack, so your phone can be the hotspot for the card reader.',
      hint: 'Money comes next month. What helps now?',
    },
    bill: {
      hears: [
        { on: ['credit', 'time'], to: 'solved' },
        { on: ['credit', 'nextStep'], to: 'solved' },
        {
          on: ['credit'],
          to: 'hear',
          says: 'Three days, good. And will somebody tell me when it is repaired, or do I have to ask again?',
        },
      ],
      otherwise: ['So I pay the full month?', 'Three outages, full price. Nice.'],
      helps:
        'No, you do not pay for that. I will put three days of credit on your next bill, and I will write to you by 14:00, when the cable is repaired.',
      hint: 'Three outages are three days of credit. And when does he hear from you?',
    },
    hear: {
      hears: [{ on: ['nextStep', 'time'], to: 'solved' }],
      otherwise: ['So who tells me?', 'I will not write a fourth time.'],
      helps: 'You do not have to ask. I will write to you by 14:00, whether it works or not.',
      hint: 'Promise a message with a time.',
    },
  },
  endings: {
    solved: {
      how: 'agreed',
      says: 'All right. The card reader runs. I am still angry, but you did what you could. I wait for your message.',
      because: 'He can work now, knows until when, and that it counts on his bill.',
    },
    left: {
      how: 'unsolved',
      says: 'That is it. I am cancelling today.',
      because: 'He had no time, nothing to work with, and nobody who saw that it was the third outage.',
    },
  },
  reactions: {
    rude: 'EXCUSE ME? Give me your supervisor.',
    blame: 'Now it is MY fault that your cable is cut?',
    dismiss: 'Nothing you can do. Then why do I pay you?',
    onlySorry: 'Sorry does not open my shop. What is happening?',
    onlyGreeting: 'Yes, hello. My internet is DOWN.',
    question: 'Are you reading from a list? The whole street is out.',
    vague: '"Soon" is what I heard last time. WHEN?',
  },
};
