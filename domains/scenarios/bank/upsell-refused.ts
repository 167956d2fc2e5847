import type { Scenario } from '#science/practice';

export const upsellRefused: Scenario = {
  id: 'no-to-the-upgrade',
  version: 1,
  lang: 'en',
  title: 'No, thank you, no upgrade',
  industry: 'telecom',
  difficulty: 1,
  minutes: 6,
  skills: ['active-listening', 'negotiation', 'product-knowledge'],
  persona: {
    name: 'Tomasz Zielinski',
    about: 'His data runs out on the 20th each month. He was sold too large a plan once and remembers it.',
  },
  mood: 'Relaxed until somebody sells.',
  wants: 'To know why the data runs out. Not a bigger plan.',
  customerKnows: ['10 GB plan', 'Gone by the 20th since October', 'New phone since October'],
  systems: [
    { label: 'Use', value: '7 of 10 GB go to photo backup over mobile data' },
    { label: 'Mend', value: 'Settings, Photos, "Back up over Wi-Fi only"' },
    { label: 'Upgrade', value: '25 GB for 8 more a month; not needed if the backup waits for Wi-Fi' },
  ],
  mustVerify: true,
  opening:
    'Hey. Since October my 10 GB are gone by the 20th. Before you start: I do not want a bigger plan. I want to know where it goes.',
  start: 'look',
  phrases: {
    upsell: ['upgrade', 'bigger plan', 'larger plan', '25 gb', 'more data for', 'special price', 'new plan'],
    backup: ['backup|back up', 'photos', 'photo'],
    wifi: ['wifi', 'wi fi', 'settings', 'wireless'],
  },
  turns: {
    look: {
      hears: [
        { on: ['upsell', '!acknowledge'], to: 'sold', says: 'I said in my first line that I do not want one.' },
        {
          on: ['verify'],
          to: 'cause',
          says: 'The number is 0207 555 0148, Tomasz Zielinski, and the code from your text is 4471. New phone since October, if that helps.',
        },
        { on: ['ask'], to: 'who', says: 'New phone since October. Otherwise I do what I always did.' },
        { on: ['acknowledge'], to: 'who', says: 'Good. So where does it go?' },
      ],
      otherwise: ['So where do my 10 GB go?', 'Can you look it up or not?'],
      helps:
        'Hi Tomasz, understood, no bigger plan: you want to know where the 10 GB go. Which account number is it, so that I can look? And what changed in October?',
      hint: 'Show that you heard the no; then look.',
    },
    sold: {
      hears: [
        { on: ['apologise'], to: 'who', says: 'Fine. So, where does it go?' },
        { on: ['verify', '!upsell'], to: 'cause', says: 'The code is 4471. New phone since October.' },
      ],
      otherwise: ['No upgrade. Where does it go?', 'I will look for another provider.'],
      helps: 'You said so, and I am sorry. Let me look where the data goes. Which account number is it?',
      hint: 'He said no. Back to his question.',
    },
    who: {
      hears: [{ on: ['verify'], to: 'cause', says: '0207 555 0148, the code in your text is 4471.' }],
      otherwise: ['Do you need my number?', 'You will have to know which line it is.'],
      helps:
        'To look at your use I need to check that it is you: what is your account number, and the code I have just sent to it?',
      hint: 'His use is private. Check who he is first.',
    },
    cause: {
      hears: [
        {
          on: ['backup', 'wifi'],
          to: 'try',
          says: 'The photos! The new phone, of course. So I switch that to Wi-Fi only, and then 10 GB is enough?',
        },
        { on: ['backup'], to: 'how', says: 'My photos take 7 GB? How do I stop that?' },
        { on: ['upsell'], to: 'sold', says: 'And there it is, the bigger plan.' },
      ],
      otherwise: ['And? What eats it?', 'You can see it there, can you not?'],
      helps:
        'I found it: 7 of your 10 GB are photo backup, because the new phone does it over mobile data. In Settings, Photos, choose "Back up over Wi-Fi only".',
      hint: 'Say what you found, and the way to mend it.',
    },
    how: {
      hears: [
        { on: ['wifi'], to: 'try', says: 'Found it. So 10 GB will be enough?' },
        { on: ['upsell'], to: 'sold', says: 'I asked how to stop it, not for a bigger plan.' },
      ],
      otherwise: ['Where is that?', 'I need the steps.'],
      helps: 'Open Settings, then Photos, and choose "Back up over Wi-Fi only".',
      hint: 'The steps, in the words of his phone.',
    },
    try: {
      hears: [
        { on: ['nextStep', 'time'], to: 'solved' },
        { on: ['explain'], to: 'solved' },
        { on: ['time'], to: 'solved' },
        { on: ['upsell', 'refuse'], to: 'solved' },
      ],
      otherwise: ['Is it enough, then?', 'A yes or a no would do.'],
      helps:
        'Yes: without the backup you used about 3 GB a month, so the plan you have is right. You will see it on 20 December; write to us if it is not so.',
      hint: 'Is his plan enough? Say it plainly, and when he can see it.',
    },
  },
  endings: {
    solved: {
      how: 'solved',
      says: 'Good. You could have sold me something and you did not. I will remember that.',
      because: 'He knows where the data goes, how to stop it, and that his plan is enough.',
    },
    left: {
      how: 'unsolved',
      says: 'I will ask elsewhere. Bye.',
      because: 'He asked where the data goes and did not hear it.',
    },
  },
  reactions: {
    rude: 'Wow. Okay.',
    blame: 'I did not change anything but the phone.',
    dismiss: 'If I could see it myself, I would not ask.',
    onlySorry: 'No harm done. Where does it go?',
    onlyGreeting: 'Hey. So: where does the data go?',
    question: 'No idea. That is why I ask you.',
    vague: 'When would I see that?',
  },
};
