import type { Scenario } from '#science/practice';

export const privacyTrap: Scenario = {
  id: 'helpful-husband',
  version: 1,
  lang: 'en',
  title: 'A friendly husband asks for one small thing',
  industry: 'banking',
  difficulty: 3,
  minutes: 7,
  skills: ['privacy-security', 'communication', 'empathy'],
  persona: {
    name: 'Daniel Price',
    about: 'Says his wife is travelling and he only needs the new address on her account and the last payments.',
  },
  mood: 'Charming, then hurried, then offended.',
  wants: 'Details of an account that is not his.',
  customerKnows: ['Her name and birthday', 'The bank she uses', 'Nothing only she could know'],
  systems: [
    { label: 'Account', value: 'Holder: Helen Price. No authority for anybody else. Address changed on the 9th' },
    { label: 'Rule', value: 'We do not even confirm that somebody is a customer' },
    {
      label: 'What he may',
      value: 'She can call, write from the app, or give him authority with a form, two working days',
    },
  ],
  mustVerify: true,
  opening:
    'Hi there! I hope you can help, I am writing for my wife Helen Price, she is on a plane. I just need to check which address you have for her, and whether the 9th went through.',
  start: 'charm',
  phrases: {
    leak: [
      'the address is',
      'her address',
      'changed on',
      'on the 9th',
      'she is * customer',
      'she has * account',
      'her account shows',
      'the payment went',
      'i can see her',
      'she changed',
    ],
    onlyHer: [
      'only * herself',
      'with her',
      'account holder',
      'she can * call|write|contact|do',
      'from her',
      'speak * to her',
      'only * holder',
      'helen * herself|can',
      'your wife can',
    ],
    authority: ['authority', 'power of attorney', 'form', 'authorise|authorize', 'permission'],
    cannotSay: [
      'can not * share|say|give|tell|confirm|discuss|talk',
      'may not * share|say|give|tell|confirm|discuss',
      'not able to * share|say|give|tell|confirm|discuss',
      'must not * share|say|tell',
    ],
  },
  turns: {
    charm: {
      hears: [
        { on: ['leak', '!cannotSay'], to: 'breach' },
        {
          on: ['cannotSay', 'onlyHer'],
          to: 'hurry',
          says: 'I understand you have rules. But she is on a plane, and the rent depends on it. Her birthday is the 2nd of June, does that help?',
        },
        {
          on: ['cannotSay', 'authority'],
          to: 'hurry',
          says: 'A form? We are married. Her birthday is the 2nd of June, surely that is enough?',
        },
        { on: ['cannotSay'], to: 'hurry', says: 'Oh come on. It is just an address. Her birthday is the 2nd of June.' },
        {
          on: ['verify'],
          to: 'fake',
          says: 'Sure: Helen Price, born on the 2nd of June 1988. I know everything about her, we have been married for ten years.',
        },
      ],
      otherwise: ['So which address do you have?', 'It really is only a small thing.'],
      helps:
        'Hello Mr Price, thank you for writing for her. We verify whom we write with, so I can not share or confirm anything about an account with anybody but the account holder, also not with family. She can call us herself when she lands.',
      hint: 'Is he the holder? Even saying that she is a customer tells something.',
    },
    fake: {
      hears: [
        { on: ['leak', '!cannotSay'], to: 'breach' },
        {
          on: ['cannotSay', 'onlyHer'],
          to: 'offended',
          says: 'So I gave you her birthday for nothing. Do you think I am a criminal?',
        },
        {
          on: ['cannotSay'],
          to: 'offended',
          says: 'But I have just answered your question! Do you think I am a criminal?',
        },
        { on: ['onlyHer'], to: 'offended', says: 'She is on a PLANE. Do you think I am a criminal?' },
      ],
      otherwise: ['You have her birthday now. So?', 'What more do you need?'],
      helps:
        'Thank you, but a birthday is known to many people, so I can not share anything with it. The account holder herself can call us, or write from the app.',
      hint: 'What he told you, many people know. It proves nothing.',
    },
    hurry: {
      hears: [
        { on: ['leak', '!cannotSay'], to: 'breach' },
        { on: ['cannotSay'], to: 'offended', says: 'Do you think I am a criminal? I am her husband.' },
        { on: ['onlyHer'], to: 'offended', says: 'And until she lands? Do you think I am a criminal?' },
        { on: ['authority'], to: 'offended', says: 'Two days for a form! Do you think I am a criminal?' },
      ],
      otherwise: ['Just tell me yes or no: is it the new address?', 'One word. Yes or no?'],
      helps:
        'I see that it is urgent for you. A birthday does not show me who is writing, so I can not confirm anything. She can write from the app in a minute after she lands.',
      hint: 'Stay kind and stay with it; offer a way that is allowed.',
    },
    offended: {
      hears: [
        { on: ['leak', '!cannotSay', '!onlyHer'], to: 'breach' },
        { on: ['acknowledge', 'onlyHer'], to: 'kept' },
        { on: ['acknowledge', 'authority'], to: 'kept' },
        { on: ['onlyHer', 'authority'], to: 'kept' },
        { on: ['explain', 'onlyHer'], to: 'kept' },
        { on: ['nextStep', 'onlyHer'], to: 'kept' },
      ],
      otherwise: ['So what am I supposed to do?', 'You are not helping me at all.'],
      helps:
        'Not at all, and I understand that this is annoying. We ask everybody the same, because it protects her account too. When she lands, she can write from the app, and we will answer within the hour.',
      hint: 'He is offended: say that you see it, why the rule is there, and which way is open.',
    },
  },
  endings: {
    kept: {
      how: 'routed',
      says: 'Fine. I will tell her to call you. I suppose I would want the same for my account.',
      because: 'Nothing was told, also not whether she is a customer, and he knows the way that is open.',
    },
    breach: {
      how: 'breach',
      says: 'Ah, great, that is all I wanted to know. Thanks!',
      because: 'He is not the account holder. She had moved out on the 9th and had told nobody where.',
    },
    left: {
      how: 'unsolved',
      says: 'I will come to the branch and complain about you.',
      because: 'Nothing was told, but he knows no way that is allowed either.',
    },
  },
  reactions: {
    rude: 'How dare you. I want your name.',
    blame: 'I am only trying to help my wife.',
    dismiss: 'Then who can?',
    onlySorry: 'No need to be sorry, just look it up.',
    onlyGreeting: 'Hi! So, could you look up the address?',
    question: 'Does that matter? I just need the address.',
    vague: 'She lands in nine hours. I need it now.',
  },
};
