import type { Scenario } from '#science/practice';

export const hotBattery: Scenario = {
  id: 'hot-battery',
  version: 1,
  lang: 'en',
  title: 'The battery that gets hot',
  industry: 'retail',
  difficulty: 3,
  minutes: 7,
  skills: ['crisis-handling', 'product-knowledge', 'collaboration'],
  persona: {
    name: 'Chloe Baptiste',
    about:
      'Her e-bike’s battery was too hot to touch last night. It stands in the hallway; she needs the bike for work.',
  },
  mood: 'Thinks it is a small thing, asks for a return label.',
  wants: 'A replacement by Monday.',
  customerKnows: ['Too hot to touch after charging', 'Smelled sweet', 'Battery from March, in the hallway now'],
  systems: [
    {
      label: 'Safety rule',
      value: 'Heat or smell: stop charging, outside or away from anything that burns, do not post it',
    },
    { label: 'Collection', value: 'The safety team collects within four hours, every day' },
    { label: 'Loan battery', value: 'Comes with the collection' },
  ],
  mustVerify: true,
  opening:
    'Hi, quick one: my e-bike battery got really hot last night and smelled a bit sweet. Can I get a label to post it back? I need it working by Monday.',
  start: 'danger',
  phrases: {
    safe: [
      'do not charge',
      'stop charging',
      'unplug',
      'outside',
      'away from',
      'off the charger',
      'not * charge',
      'balcony',
      'garden',
    ],
    post: ['return label', 'label', 'post it', 'send it back', 'pack it'],
    noPost: ['do not post|send|pack', 'not be posted|sent', 'can not be posted|sent|shipped', 'must not'],
    collect: ['collect|collection|collects', 'pick * up', 'safety team'],
    loan: ['loan', 'spare', 'replacement', 'new battery'],
    smoke: ['fire', '999', '112', '911', 'smoke', 'emergency'],
  },
  turns: {
    danger: {
      hears: [
        {
          on: ['safe'],
          to: 'who',
          says: 'Oh. Is it that serious? It is in the hallway. I can put it on the balcony. There, done. So, how do I send it?',
        },
        { on: ['post', '!noPost'], to: 'posted' },
        {
          on: ['smoke'],
          to: 'who',
          says: 'Fire? It does not smoke. Should I put it somewhere? I could take it to the balcony.',
        },
        {
          on: ['ask'],
          to: 'ask',
          says: 'It was on the charger in the hallway, too hot to touch. It is still there. Why?',
        },
        {
          on: ['verify'],
          to: 'ask',
          says: 'Order E-6605, Chloe Baptiste. It is still in the hallway, on the charger.',
        },
      ],
      otherwise: ['So, the label?', 'It is still on the charger, by the way.'],
      helps:
        'Hi, thank you for telling me, and before anything else: please do not charge it any more, and put it outside, away from anything that burns. Is it cold now?',
      hint: 'Before returns and orders: is anybody in danger?',
    },
    ask: {
      hears: [
        { on: ['safe'], to: 'who', says: 'On the balcony now. My hands shake a bit. Shall I post it tomorrow?' },
        { on: ['post', '!noPost'], to: 'posted' },
      ],
      otherwise: ['It is still in the hallway. Is that bad?', 'My kids sleep next door, so tell me if it is bad.'],
      helps:
        'Because heat and a sweet smell can mean it is damaged inside. Please unplug it and take it outside now, away from anything that burns.',
      hint: 'It is still on the charger.',
    },
    who: {
      hears: [
        {
          on: ['collect', 'time'],
          to: 'work',
          says: 'They come {time}, to my house? Good. E-6605, Chloe Baptiste, you have my address. And Monday? I ride it to work.',
        },
        { on: ['collect'], to: 'when', says: 'They collect it? When? I do not want it here overnight.' },
        { on: ['noPost'], to: 'how', says: 'So I may not post it. How do I get rid of it then?' },
        { on: ['post'], to: 'posted' },
        { on: ['verify'], to: 'how', says: 'E-6605, Chloe Baptiste, 12 Elm Row. So how do I get rid of it?' },
      ],
      otherwise: ['So do I post it, or what?', 'I do not want it on my balcony overnight.'],
      helps:
        'Well done. Please do not post it, that is not safe. Our safety team will collect it within four hours. May I have your order number and address?',
      hint: 'It must not go by post. Who fetches it, and when?',
    },
    how: {
      hears: [
        { on: ['collect', 'time'], to: 'work', says: '{time} is good. And how do I get to work on Monday?' },
        { on: ['collect'], to: 'when', says: 'And when do they come?' },
        { on: ['post', '!noPost'], to: 'posted' },
      ],
      otherwise: ['Who takes it?', 'I will put it in the bin then.'],
      helps: 'Our safety team will collect it at your door within four hours. Just leave it where it is.',
      hint: 'Who fetches it?',
    },
    when: {
      hears: [{ on: ['time'], to: 'work', says: 'Good, before tonight. And my way to work on Monday?' }],
      otherwise: ['Today?', 'I will not sleep with that on the balcony.'],
      helps: 'They come within four hours, so it is gone before tonight.',
      hint: 'When do they come?',
    },
    work: {
      hears: [
        { on: ['loan'], to: 'solved' },
        { on: ['nextStep', 'time'], to: 'solved' },
      ],
      otherwise: ['And Monday?', 'I have no car.'],
      helps:
        'They bring a loan battery with them, so you can ride on Monday. I will write to you by tonight to hear that it is gone.',
      hint: 'She needs to get to work on Monday.',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'I had thought it was nothing. Thank you, really.',
      because: 'First safe, then collected, then mobile on Monday.',
    },
    posted: {
      how: 'breach',
      says: 'Great, I will pack it tonight and post it tomorrow. Thanks!',
      because: 'A damaged battery went into the post and stood one more night in the hallway.',
    },
    left: {
      how: 'unsolved',
      says: 'I will leave it in the hallway for now then.',
      because: 'The battery is still in the hallway.',
    },
  },
  reactions: {
    rude: 'I only asked for a label.',
    blame: 'I used your charger, the way it says.',
    dismiss: 'Okay, so I just leave it?',
    onlySorry: 'No problem. So, the label?',
    onlyGreeting: 'Hi! Can I have that label?',
    question: 'I am not sure. It is still in the hallway.',
    vague: 'I would like it gone before tonight.',
  },
};
