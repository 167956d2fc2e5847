import type { Scenario } from '#science/practice';

export const twoSurnames: Scenario = {
  id: 'two-surnames',
  version: 1,
  lang: 'en',
  title: 'Two surnames, one rejected transfer',
  industry: 'banking',
  difficulty: 2,
  minutes: 7,
  skills: ['cultural-awareness', 'privacy-security', 'problem-solving'],
  persona: {
    name: 'Lucía Fernández Ortega',
    about:
      'Has two surnames, as everybody where she comes from. Her salary was sent back because the names did not match.',
  },
  mood: 'Proud and precise about her name.',
  wants: 'Her salary in the account, and her name written whole.',
  customerKnows: [
    'Employer writes "Lucía Fernández Ortega"',
    'Card says "Lucia Ortega"',
    'Salary came back on the 25th',
  ],
  systems: [
    { label: 'Name on file', value: 'ORTEGA, LUCIA' },
    { label: 'Correct it', value: 'With the passport in the app, takes effect within one hour' },
    { label: 'Salary', value: 'The employer can send it again; arrives the same day until 15:00' },
  ],
  mustVerify: true,
  opening:
    'My salary was sent back because "the name does not match". My name is Lucía Fernández Ortega, both surnames. Your card says Lucia Ortega. Half of me is missing.',
  start: 'who',
  phrases: {
    wholeName: ['fernandez ortega', 'both surnames', 'full name', 'whole name', 'two surnames'],
    middle: ['middle name', 'only one surname', 'last name only', 'shorten', 'drop * name', 'our system only'],
    correctIt: ['correct', 'change * name', 'passport', 'in the app', 'write * name'],
    again: ['send it again', 'resend', 'send again', 'employer', 'salary'],
  },
  turns: {
    who: {
      hears: [
        { on: ['middle'], to: 'insulted', says: 'Fernández is not a middle name. It is my father’s name.' },
        {
          on: ['verify', 'wholeName'],
          to: 'fix',
          says: 'Thank you for writing it whole. Date of birth 8 July 1991, and the code from the app is 660 214.',
        },
        {
          on: ['verify'],
          to: 'fix',
          says: '8 July 1991, the code from the app is 660 214. And my name has two surnames.',
        },
        { on: ['acknowledge'], to: 'check', says: 'Good. Both are my surnames, always. What do you need from me?' },
      ],
      otherwise: ['So what about my name?', 'I have bills as well. It is a salary.'],
      helps:
        'Hello Ms Fernández Ortega, I see why: we have only half of your name, and it should be whole. To make sure I am talking to you, may I have your date of birth and the code from the app?',
      hint: 'Write her name whole, and check who she is before you speak of the account.',
    },
    insulted: {
      hears: [
        { on: ['apologise'], to: 'check', says: 'Accepted. Two surnames. What do you need?' },
        { on: ['wholeName'], to: 'check', says: 'Yes. That is my name. What do you need?' },
      ],
      otherwise: ['Both are surnames.', 'I will find a bank that can write my name.'],
      helps: 'I am sorry, you are right: both are surnames, Fernández Ortega. I will have it written whole.',
      hint: 'Her name is hers. Say it right.',
    },
    check: {
      hears: [{ on: ['verify'], to: 'fix', says: '8 July 1991, the code is 660 214.' }],
      otherwise: ['Do you not have to check that it is me?', 'Ask me something only I know.'],
      helps: 'To make sure I am talking to you: may I have your date of birth and the code from the app?',
      hint: 'Check that it is her.',
    },
    fix: {
      hears: [
        {
          on: ['correctIt', 'again', 'time'],
          to: 'card',
          says: 'Name first, then they send it again, and it is there {time}. And the card with half a name?',
        },
        { on: ['correctIt', 'time'], to: 'salary', says: '{time}, good. And the salary that went back?' },
        { on: ['correctIt'], to: 'when', says: 'With the passport, good. How long does that take? The rent is due.' },
        { on: ['again'], to: 'first', says: 'They would send it again tomorrow. But would the name match then?' },
      ],
      otherwise: ['And how do we mend it?', 'The name and the salary. In which order?'],
      helps:
        'Thank you. Please show your passport in the app; your name is then corrected within one hour. After that your employer can send the salary again, and it arrives the same day.',
      hint: 'The name first, then the salary, each with its time.',
    },
    first: {
      hears: [
        { on: ['correctIt', 'time'], to: 'salary', says: '{time}. Then I ask them to send it again?' },
        { on: ['correctIt'], to: 'when', says: 'First the name then. How long?' },
      ],
      otherwise: ['It would come back again, would it not?', 'Then it comes back a second time.'],
      helps: 'You are right, first the name: with your passport in the app we correct it within one hour.',
      hint: 'Would the name match now?',
    },
    when: {
      hears: [{ on: ['time'], to: 'salary', says: 'That is quick. And the salary?' }],
      otherwise: ['An hour, a week?', 'I have to tell my landlord something.'],
      helps: 'It takes effect within one hour after you showed the passport.',
      hint: 'How long does it take?',
    },
    salary: {
      hears: [
        { on: ['again', 'time'], to: 'card', says: 'Good, {time}. And the card?' },
        { on: ['again'], to: 'card', says: 'I will ask them. And the card with half a name?' },
      ],
      otherwise: ['My salary is where now?', 'I need to tell my employer what to do.'],
      helps: 'Please ask your employer to send it again; until 15:00 it arrives the same day.',
      hint: 'What should her employer do?',
    },
    card: {
      hears: [
        { on: ['nextStep', 'time'], to: 'solved' },
        { on: ['nextStep', 'wholeName'], to: 'solved' },
        { on: ['solve'], to: 'solved' },
      ],
      otherwise: ['The card says Lucia Ortega.', 'A card with my name. It cannot be so hard.'],
      helps:
        'I will order a new card with both surnames, Lucía Fernández Ortega; it is with you by Friday and costs nothing.',
      hint: 'The card still has half a name.',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'Both surnames. Thank you. You are the first who did not ask me which one to leave out.',
      because: 'The name is whole, the salary has a way and a time, the card follows.',
    },
    left: {
      how: 'unsolved',
      says: 'I will take my whole name to another bank.',
      because: 'Her salary is still on its way back, and her name still half.',
    },
  },
  reactions: {
    rude: 'You may keep that tone for somebody else.',
    blame: 'I wrote it in full on your form. There were two fields.',
    dismiss: 'So my name is not possible. I see.',
    onlySorry: 'Thank you. And what happens with my salary?',
    onlyGreeting: 'Good afternoon. My salary was sent back.',
    question: 'I have told you my name, both surnames.',
    vague: 'The rent is due on the 30th. When?',
  },
};
