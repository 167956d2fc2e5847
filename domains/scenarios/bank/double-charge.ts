import type { Scenario } from '#science/practice';

export const doubleCharge: Scenario = {
  id: 'double-charge',
  version: 2,
  lang: 'en',
  title: 'Charged twice',
  industry: 'e-commerce',
  difficulty: 1,
  minutes: 6,
  skills: ['problem-solving', 'communication', 'privacy-security'],
  persona: {
    name: 'Kwame Boateng',
    about: 'Bought one pair of shoes and sees two payments on his statement. Rent is due on Friday.',
  },
  mood: 'Polite and to the point. Worried about the rent.',
  wants: 'The second payment back before Friday, or proof that it is coming.',
  customerKnows: [
    'Two payments of 84.90 on the same evening',
    'One confirmation mail',
    'The page froze and he pressed "Pay" again',
  ],
  systems: [
    { label: 'Payments', value: '84.90 captured 20:14; 84.90 reserved 20:15, not captured' },
    { label: 'A reservation', value: 'Can be released by us now; the bank shows it within one working day' },
    { label: 'Left alone', value: 'A reservation falls away after seven days' },
  ],
  mustVerify: true,
  opening:
    'Good evening. You have charged my card twice for one pair of shoes, 84.90 each. I need the second payment back, please.',
  start: 'find',
  phrases: {
    release: ['release|releasing|released', 'cancel * reservation|payment|second', 'let go', 'lift'],
    held: ['reserved|reservation', 'not * taken|captured', 'on hold', 'pending', 'held'],
    writing: ['send * mail|email|letter|confirmation', 'in writing', 'confirmation', 'email you'],
    card: ['your * card number', 'full card', 'cvv', 'security number', 'card details'],
  },
  turns: {
    find: {
      hears: [
        {
          on: ['card'],
          to: 'card',
          says: 'My card number, here in the chat? I was told never to do that.',
        },
        {
          on: ['verify'],
          to: 'explain',
          says: 'Order S-7731, Kwame Boateng, and the mail is kwame.b@example.com. One was at 20:14, the other a minute later.',
        },
      ],
      otherwise: [
        'Do you see both payments? I have only one confirmation.',
        'It is order S-7731. Two payments, one pair of shoes.',
      ],
      helps:
        'Good evening, I see why two payments worry you. Could you give me your order number and the email address on the order? Please do not send your card number.',
      hint: 'Find the order first, with something that is safe to send.',
    },
    card: {
      hears: [
        { on: ['verify', '!card'], to: 'explain', says: 'That I can give you: order S-7731, kwame.b@example.com.' },
        { on: ['apologise'], to: 'explain', says: 'All right. The order is S-7731, the mail kwame.b@example.com.' },
      ],
      otherwise: [
        'I would rather not send my card here. Is there another way?',
        'I will not write my card number into a chat.',
      ],
      helps:
        'You are right, please never send that here, I am sorry I asked. The order number and the email address on it are enough for me.',
      hint: 'Card numbers never belong in a chat. What else finds an order?',
    },
    explain: {
      hears: [
        {
          on: ['release', 'time', '!refuse'],
          to: 'proof',
          says: 'So it was only held, and I see it {time}. My rent goes out on Friday. Do I get something in writing?',
        },
        {
          on: ['release', '!refuse'],
          to: 'when',
          says: 'Thank you. When will my bank show it? Rent goes out on Friday.',
        },
        { on: ['held', 'time'], to: 'early', says: 'Seven days is after Friday. Can you not do anything sooner?' },
        { on: ['held'], to: 'early', says: 'Reserved or charged, it is gone from my account. Can you do something?' },
      ],
      otherwise: ['And what happened to the second 84.90?', 'I only need to know about the second payment.'],
      helps:
        'I found both: one was paid, the second is only reserved, because the page was sent twice. I will release it now, and your bank shows it within one working day.',
      hint: 'Say what the second payment is, what you do, and when his bank shows it.',
    },
    early: {
      hears: [
        {
          on: ['release', 'time', '!refuse'],
          to: 'proof',
          says: '{time}, that is before Friday. Can I have it in writing?',
        },
        { on: ['release', '!refuse'], to: 'when', says: 'Please do. When will I see it?' },
      ],
      otherwise: ['Is there really no way to make it faster?', 'I cannot pay my rent with a reservation.'],
      helps:
        'Yes, I can. I will release the reservation myself now, so your bank shows it within one working day instead of seven.',
      hint: 'You can release it yourself.',
    },
    when: {
      hears: [{ on: ['time'], to: 'proof', says: 'Good. Could I have that in writing, in case the bank asks?' }],
      otherwise: ['I need to know whether it is before Friday.', 'Before Friday or after?'],
      helps: 'Your bank will show it within one working day, so before your rent on Friday.',
      hint: 'Before Friday or after? Name the time.',
    },
    proof: {
      hears: [{ on: ['writing', '!refuse'], to: 'solved' }],
      otherwise: ['A short mail would be enough.', 'I only ask for a line in writing.'],
      helps:
        'Of course. I will send you an email with the release number in the next ten minutes, so you can show it to your bank.',
      hint: 'He asks for something in writing.',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'Thank you, that is all I needed. I can pay my rent.',
      because: 'The reservation is released, he knows when he sees it and has it in writing.',
    },
    left: {
      how: 'unsolved',
      says: 'I will ask my bank to dispute it then.',
      because: 'He turned to his bank, because nobody said what happens with the second payment.',
    },
  },
  reactions: {
    rude: 'I have been polite. I would like the same.',
    blame: 'The page froze. I pressed once more because nothing happened.',
    dismiss: 'It is my money. I will not just leave it.',
    onlySorry: 'Thank you. And the second payment?',
    onlyGreeting: 'Good evening. It is about the second payment.',
    question: 'I am afraid I do not know that. I only see two payments of 84.90.',
    vague: 'My rent is due on a certain day. Which day is it back?',
  },
};
