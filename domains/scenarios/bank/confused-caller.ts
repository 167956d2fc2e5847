import type { Scenario } from '#science/practice';

export const confusedCaller: Scenario = {
  id: 'new-app-old-habits',
  version: 1,
  lang: 'en',
  title: 'The new app, and where the prescriptions went',
  industry: 'healthcare',
  difficulty: 2,
  minutes: 8,
  skills: ['active-listening', 'empathy', 'product-knowledge'],
  persona: {
    name: 'Mrs Edith Grant',
    about: '81, orders her blood pressure tablets every month. The pharmacy changed its app last week.',
  },
  mood: 'Apologises often, writes long sentences, is afraid to press something wrong.',
  wants: 'Her tablets. She has two left, for today and tomorrow.',
  customerKnows: ['The button was green and is gone', 'Her grandson set it up', 'Two tablets left'],
  systems: [
    { label: 'New app', value: '"Order again" is now under "My medicines", the second sign at the bottom' },
    { label: 'Prescription', value: 'Amlodipine 5 mg, repeat is valid until March' },
    { label: 'We can', value: 'Order it for her now; the courier delivers tomorrow before noon' },
  ],
  mustVerify: true,
  opening:
    'Oh dear, I hope I am in the right place. My grandson set this up and now the green button is gone and I have only two tablets left. I am so sorry to trouble you.',
  start: 'calm',
  phrases: {
    tablets: ['tablet|tablets', 'medicine|medicines', 'prescription'],
    order: ['order * for you', 'order it', 'i * order', 'arrange * delivery', 'deliver|delivered|delivery|courier'],
    button: ['my medicines', 'second sign|button|symbol|icon', 'at the bottom', 'order again'],
    step: ['one step', 'step by step', 'first', 'together', 'slowly', 'at a time'],
    jargon: ['navigate', 'interface', 'update * version', 'log out', 'cache', 'settings menu', 'reinstall'],
  },
  turns: {
    calm: {
      hears: [
        { on: ['jargon'], to: 'lost', says: 'I am afraid I do not know what that is. Did I break something?' },
        {
          on: ['verify', 'tablets'],
          to: 'today',
          says: 'Edith Grant, born on the 4th of May 1945. They are the little white ones for my blood pressure. Two left, for today and tomorrow.',
        },
        {
          on: ['verify'],
          to: 'today',
          says: 'Edith Grant, the 4th of May 1945. It is the blood pressure tablets, you see, I have two.',
        },
        {
          on: ['acknowledge'],
          to: 'who',
          says: 'Oh, you are kind. I thought I had done something wrong with the green button.',
        },
        { on: ['ask'], to: 'who', says: 'Well, the green button is not there any more. I only want my tablets, dear.' },
      ],
      otherwise: [
        'I am sorry, I do not quite follow. It is about my tablets.',
        'Perhaps I should ask my grandson at the weekend.',
      ],
      helps:
        'Hello Mrs Grant, you are in the right place and it is no trouble at all. You did nothing wrong. May I have your full name and date of birth, so that I can find your tablets?',
      hint: 'Say that she is right here and did nothing wrong; then who she is.',
    },
    lost: {
      hears: [
        { on: ['apologise'], to: 'who', says: 'No, no, you need not be sorry. I only want to order my tablets.' },
        { on: ['acknowledge'], to: 'who', says: 'That is a relief. It is only about my tablets, you see.' },
        { on: ['verify'], to: 'today', says: 'Edith Grant, the 4th of May 1945.' },
      ],
      otherwise: ['I do not understand these words, dear.', 'I had better wait for my grandson.'],
      helps:
        'I am sorry, that was my way of speaking. You broke nothing, take your time. May I have your full name and date of birth?',
      hint: 'In everyday words, and without hurry.',
    },
    who: {
      hears: [
        {
          on: ['verify'],
          to: 'today',
          says: 'Edith Grant, the 4th of May 1945. Two tablets left, for today and tomorrow.',
        },
      ],
      otherwise: ['Do you need to know who I am?', 'My name is Grant, if you need it.'],
      helps: 'Of course. So that I find the right tablets, may I have your full name and date of birth?',
      hint: 'A pharmacy must know whom it speaks with.',
    },
    today: {
      hears: [
        {
          on: ['order', 'time'],
          to: 'learn',
          says: 'Tomorrow, oh, that is a weight off my mind. But next month, how do I find the button?',
        },
        { on: ['order'], to: 'when', says: 'You can do that for me? When would they come? I have one for tomorrow.' },
        {
          on: ['button'],
          to: 'press',
          says: 'I see little pictures at the bottom. I am afraid to press one. And I have only two tablets.',
        },
      ],
      otherwise: ['And how do I get my tablets now?', 'I have one for today and one for tomorrow.'],
      helps:
        'Thank you, I have found them: your two tablets last until tomorrow. I will order the next pack for you now, and the courier brings it tomorrow before noon.',
      hint: 'First the tablets, then the lesson.',
    },
    press: {
      hears: [
        {
          on: ['order', 'time'],
          to: 'learn',
          says: 'Thank you. And could you tell me once more about the button, slowly?',
        },
        { on: ['order'], to: 'when', says: 'Thank you. When will they be here?' },
        { on: ['step', 'button'], to: 'when', says: 'My medicines... yes! It says "ordered". Will they come in time?' },
      ],
      otherwise: ['I would rather not press anything wrong.', 'I think I will wait for my grandson.'],
      helps:
        'You cannot break anything, and you need not press it now. I will order the tablets for you, so that they are with you tomorrow before noon.',
      hint: 'She is afraid to press. You can order for her.',
    },
    when: {
      hears: [{ on: ['time'], to: 'learn', says: 'Then I am never without. And the button, next month?' }],
      otherwise: ['I would not like a day without one.', 'The doctor says I must not miss a day.'],
      helps: 'They come by courier tomorrow before noon, so you will not miss a day.',
      hint: 'Name the day and the hour.',
    },
    learn: {
      hears: [
        { on: ['button'], to: 'solved' },
        { on: ['step'], to: 'solved' },
        { on: ['nextStep', 'time'], to: 'solved' },
      ],
      otherwise: ['And where did the green button go?', 'I will write it on a piece of paper, if you tell me.'],
      helps:
        'Take your time. At the bottom of the page is a row of signs. The second one says "My medicines", and there you find "Order again". It is only blue now instead of green.',
      hint: 'One step at a time, in words for what she sees.',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'The second sign, "My medicines". I have written it down. Thank you, dear, you were very patient.',
      because: 'She has her tablets in time and knows the way for next month.',
    },
    left: {
      how: 'unsolved',
      says: 'Never mind. I will wait for my grandson on Sunday.',
      because: 'Sunday is too late: she had tablets for two days.',
    },
  },
  reactions: {
    rude: 'Oh. I am sorry. I did not mean to be a bother.',
    blame: 'I am sure I pressed the wrong thing. I am sorry.',
    dismiss: 'I do not have that, dear. I only have this telephone.',
    onlySorry: 'No, no, I am sorry. It is only about the tablets.',
    onlyGreeting: 'Good morning. Am I right here for the tablets?',
    question: 'I am not sure, dear. My grandson would know.',
    vague: 'I have only the two. Would it be this week?',
  },
};
