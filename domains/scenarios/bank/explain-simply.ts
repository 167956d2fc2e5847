import type { Scenario } from '#science/practice';

export const explainSimply: Scenario = {
  id: 'say-it-simply',
  version: 1,
  lang: 'en',
  title: 'Two-step sign-in, said simply',
  industry: 'technology',
  difficulty: 2,
  minutes: 7,
  skills: ['product-knowledge', 'communication', 'problem-solving'],
  persona: {
    name: 'Greta Lindqvist',
    about: 'Bookkeeper of a choir. New phone, and the codes for signing in are on the old one, which is sold.',
  },
  mood: 'Curious, a little ashamed of asking.',
  wants: 'To get in before the audit at four, and to understand what happened.',
  customerKnows: ['Her password works', 'The code app on the new phone is empty', 'She printed "some codes" once'],
  systems: [
    { label: 'Account', value: 'Two-step by app; 8 recovery codes, 8 unused' },
    { label: 'Recovery', value: 'A recovery code gets her in at once; then scan the new phone' },
    { label: 'Without', value: 'Identity check, one working day' },
  ],
  mustVerify: true,
  opening:
    'Hello, I feel stupid asking. My password is right, but it wants a code from an app and the app on my new phone is empty. The audit is at four. What is it asking me for?',
  start: 'see',
  phrases: {
    recovery: ['recovery code|codes', 'backup code|codes', 'printed', 'paper'],
    plainWords: ['second key', 'second lock', 'like a', 'think of', 'in other words', 'simply', 'old phone'],
    jargon: ['totp', 'mfa', 'authenticator', 'token', 'seed', 'otp', 'secret key', '2fa', 'credential|credentials'],
    scan: ['scan', 'new phone', 'add * phone', 'set up * phone', 'square'],
    secretAsk: ['tell me * password', 'your password', 'send * password', 'send me * code'],
  },
  turns: {
    see: {
      hears: [
        { on: ['secretAsk'], to: 'careful', says: 'You want my password? Should I really write that here?' },
        {
          on: ['jargon', '!plainWords'],
          to: 'words',
          says: 'I am afraid I know none of those words. Could you say it for a bookkeeper?',
        },
        {
          on: ['recovery'],
          to: 'paper',
          says: 'The printed codes! There is a sheet in the choir folder. Is it those? Eight rows of letters.',
        },
        {
          on: ['plainWords'],
          to: 'paper',
          says: 'Ah, like a second key, and the key stayed in the old phone. So how do I get in? I did print a sheet with codes once.',
        },
        {
          on: ['ask', 'acknowledge'],
          to: 'paper',
          says: 'I sold the old phone. There was a sheet with eight rows of letters that I printed once. Is that something?',
        },
        {
          on: ['verify'],
          to: 'paper',
          says: 'greta@choir.example. The old phone is sold. I have a printed sheet with eight rows of letters, if that is something.',
        },
      ],
      otherwise: ['And which code does it want?', 'The audit is at four. I only need to get in.'],
      helps:
        'Hello Greta, that is a good question. Think of it as a second key: the app made it, and it stayed on your old phone. Which email address is the account on, and did you once print a page of recovery codes?',
      hint: 'In pictures, not in names of technology; then what she still has.',
    },
    careful: {
      hears: [
        {
          on: ['!secretAsk', 'ask'],
          to: 'paper',
          says: 'Good. I have a printed sheet with eight rows of letters. Is it that?',
        },
      ],
      otherwise: ['I would rather not send a password.', 'My nephew says: never send a password.'],
      helps: 'No, please keep that to yourself, you did well to ask. Do you still have the page with printed codes?',
      hint: 'Nobody should ever send a password. Say so.',
    },
    words: {
      hears: [
        {
          on: ['plainWords'],
          to: 'paper',
          says: 'Now I see it! And I printed a sheet of codes once, would that be a key too?',
        },
        { on: ['recovery'], to: 'paper', says: 'Printed codes I have, a sheet with eight rows. Those?' },
      ],
      otherwise: ['Once more, for somebody who keeps books?', 'I will ask my nephew.'],
      helps:
        'Of course. Think of two keys for one door: your password, and a code that your old phone made. The page you printed has spare keys.',
      hint: 'A picture helps more than a term.',
    },
    paper: {
      hears: [
        {
          on: ['recovery', 'scan'],
          to: 'after',
          says: 'It worked, I am in! And with the new phone I scan the square. So I do not need the sheet any more?',
        },
        { on: ['recovery'], to: 'in', says: 'I am in! Before four! What must I do so that it does not happen again?' },
        {
          on: ['nextStep', 'time'],
          to: 'in',
          says: 'I typed one row and I am in! What now, so that this does not happen again?',
        },
      ],
      otherwise: ['Do I type one of the rows, or all?', 'Eight rows, where do they go?'],
      helps:
        'Those are the ones. Type one row of the recovery codes where it asks for the code; each row works once. Then we will set up your new phone; it takes five minutes, so you are in before four.',
      hint: 'Which row goes where?',
    },
    in: {
      hears: [
        {
          on: ['scan'],
          to: 'after',
          says: 'Done, the new phone shows a code now. And the sheet, may I throw it away?',
        },
      ],
      otherwise: ['And my new phone?', 'It will ask me again next week, will it not?'],
      helps:
        'Now let us add your new phone, so that it can make the codes: in Security choose "Add a phone" and scan the square.',
      hint: 'The new phone is still empty.',
    },
    after: {
      hears: [
        { on: ['explain'], to: 'solved' },
        { on: ['recovery'], to: 'solved' },
        { on: ['close'], to: 'solved' },
      ],
      otherwise: ['May I throw the sheet away?', 'The sheet: keep or bin?'],
      helps:
        'Please keep it: seven recovery codes are left, because each works once. Put the sheet back into the folder and you have spare keys.',
      hint: 'She asks about the sheet.',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'A second key, and spare keys on paper. I will explain it to the whole choir. Thank you!',
      because: 'She is in before the audit and could explain it to somebody else.',
    },
    left: {
      how: 'unsolved',
      says: 'I will tell the auditors that I could not get in.',
      because: 'She had the codes on paper all the time; nobody asked in words she knew.',
    },
  },
  reactions: {
    rude: 'I did say that I feel stupid. You need not agree.',
    blame: 'I did not know that the codes live in the phone.',
    dismiss: 'I read that page. It is full of letters.',
    onlySorry: 'It is not your fault. What is the code?',
    onlyGreeting: 'Hello! So, which code does it want?',
    question: 'I do not know, I am afraid. What would that be?',
    vague: 'The audit is at four today.',
  },
};
