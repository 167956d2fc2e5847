import type { Scenario } from '#science/practice';

export const refundWindow: Scenario = {
  id: 'refund-window',
  version: 1,
  lang: 'en',
  title: 'A refund after the thirty days',
  industry: 'e-commerce',
  difficulty: 2,
  minutes: 8,
  skills: ['negotiation', 'empathy', 'communication'],
  persona: {
    name: 'Marta Oliveira',
    about: 'Bought walking boots in September, was in hospital for five weeks, has never worn them.',
  },
  mood: 'Tired. Expects a no, and says so.',
  wants: 'Her money back. A voucher would be fine if somebody explains it honestly.',
  customerKnows: ['Bought 47 days ago', 'Returns within 30 days', 'Boots unworn, box kept'],
  systems: [
    {
      label: 'Policy',
      value: 'Refund within 30 days. After that a voucher for the full value may be offered for unworn goods',
    },
    { label: 'Your limit', value: 'A refund after 30 days needs the team leader, who answers the same day' },
    { label: 'Order', value: 'Walking boots, 129.00, delivered 47 days ago' },
  ],
  mustVerify: true,
  opening:
    'I know I am late. I bought boots from you 47 days ago and could not send them back, I was in hospital. I suppose the answer is no?',
  start: 'find',
  phrases: {
    voucher: ['voucher', 'store credit', 'gift card', 'credit note'],
    leader: ['team leader', 'supervisor', 'exception', 'ask * colleague', 'my lead'],
    hospital: ['hospital', 'better', 'recovering', 'ill', 'unwell', 'health'],
  },
  turns: {
    find: {
      hears: [
        {
          on: ['verify', 'acknowledge'],
          to: 'offer',
          says: 'Thank you for asking. Order W-5520, Marta Oliveira. The boots are in the box, I never wore them.',
        },
        {
          on: ['verify', 'hospital'],
          to: 'offer',
          says: 'Much better, thank you. Order W-5520, Marta Oliveira. They are unworn, I still have the box.',
        },
        {
          on: ['verify'],
          to: 'offer',
          says: 'W-5520, Oliveira. They are unworn. But it is more than 30 days, I know.',
        },
        { on: ['refuse'], to: 'no', says: 'I thought so. It is not that I forgot, I was in hospital for five weeks.' },
      ],
      otherwise: ['So is it a no?', 'I was in hospital. I only ask whether anything can be done.'],
      helps:
        'Hello, I am glad you wrote, and I am sorry you were in hospital. Let me see what can be done. May I have your order number and your name?',
      hint: 'Before the answer: which order is it, and did you hear why she is late?',
    },
    no: {
      hears: [
        { on: ['verify'], to: 'offer', says: 'W-5520, Marta Oliveira. Unworn, still in the box.' },
        { on: ['voucher'], to: 'choose', says: 'A voucher. Is that all there is, or just the easiest for you?' },
      ],
      otherwise: ['Is there nobody I could ask?', 'Then I keep boots I cannot use.'],
      helps:
        'That is a good reason, and I should have asked. May I have your order number? Then I will see what is possible after thirty days.',
      hint: 'A no came before you looked. Look now.',
    },
    offer: {
      hears: [
        {
          on: ['voucher', 'leader'],
          to: 'choose',
          says: 'So either a voucher now, or you ask your team leader for the money. Which would you take, honestly?',
        },
        { on: ['voucher'], to: 'choose', says: 'A voucher is something. Is a refund really out of the question?' },
        { on: ['leader', 'time'], to: 'agreed' },
        { on: ['leader'], to: 'when', says: 'I would be grateful. When will I know?' },
        { on: ['refuse'], to: 'no2', says: 'Not even for boots nobody has worn?' },
      ],
      otherwise: ['And what can you do for me?', 'I only want to know what is possible.'],
      helps:
        'After thirty days a refund needs my team leader, because the policy ends there. I can give you a voucher for 129.00 now, or ask for an exception.',
      hint: 'Say what the policy is, why, and what she can choose.',
    },
    no2: {
      hears: [
        {
          on: ['voucher'],
          to: 'choose',
          says: 'A voucher would help. And the refund, is there nobody who may decide that?',
        },
        { on: ['leader', 'time'], to: 'agreed' },
        { on: ['leader'], to: 'when', says: 'Thank you. When do I hear?' },
      ],
      otherwise: ['You say what you cannot do. What can you do?', 'Then we are finished here.'],
      helps:
        'I may not refund after thirty days myself, but two things are possible: a voucher for the full 129.00 now, or I ask my team leader for an exception.',
      hint: 'She has heard what cannot be. What can?',
    },
    choose: {
      hears: [
        { on: ['leader', 'time'], to: 'agreed' },
        { on: ['voucher', 'time'], to: 'voucher' },
        { on: ['leader'], to: 'when', says: 'Then ask, please. When will I know?' },
        { on: ['voucher', 'explain'], to: 'voucher' },
      ],
      otherwise: [
        'I want an honest answer: does it make sense to ask for the money?',
        'Please just tell me what you would do.',
      ],
      helps:
        'Honestly, with a hospital stay I would ask: it costs you nothing. I will put it to my team leader now and write to you by 5 pm today. The voucher stays open.',
      hint: 'Give an honest recommendation, with the next step and a time.',
    },
    when: {
      hears: [{ on: ['time'], to: 'agreed' }],
      otherwise: ['Today, tomorrow, next month?', 'I would like to know when to look at my mail.'],
      helps: 'I will have the answer by 5 pm today, and I will write to you either way.',
      hint: 'Say when she will know.',
    },
  },
  endings: {
    agreed: {
      how: 'agreed',
      says: 'Thank you. Even if it is a no, you looked at it like a person would.',
      because: 'She knows who decides, when she hears, and what she has if it is a no.',
    },
    voucher: {
      how: 'agreed',
      says: 'The voucher is fine. I will need shorter walks first anyway. Thank you.',
      because: 'She chose, and knew what she chose.',
    },
    left: {
      how: 'unsolved',
      says: 'As I thought. I will tell my walking group as well.',
      because: 'She left without hearing of the voucher or of the exception.',
    },
  },
  reactions: {
    rude: 'I have had a hard autumn. I do not need this.',
    blame: 'I could hardly go to the post office from a hospital bed.',
    dismiss: 'So nobody even looks at it.',
    onlySorry: 'That is kind. And the boots?',
    onlyGreeting: 'Hello. It is about the boots, 47 days ago.',
    question: 'I am not sure. I only know they are unworn and in the box.',
    vague: 'I have waited long enough this year. A day would help.',
  },
};
