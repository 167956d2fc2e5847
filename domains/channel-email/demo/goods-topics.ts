import type { Topic } from './topics.ts';

/** What customers of the story write about what they have: warranty, returns, advice, energy. */
export const goodsTopics: readonly Topic[] = [
  {
    queue: 'warranty',
    reason: 'Tent poles',
    tags: ['tent'],
    words: {
      en: [
        'Pole bent in the wind',
        'One pole of our tent bent in the wind on the second night. Is that covered?',
        '“A snapped pole is covered for five years.” A bent one too. A new set is on its way; the swap takes about ten minutes and no tools.',
      ],
      sv: [
        'Tältpinne böjd i blåsten',
        'En båge till vårt tält böjdes andra natten. Täcker garantin det?',
        'Ja, bågar täcks i fem år. Ett nytt set är på väg; bytet tar tio minuter utan verktyg.',
      ],
      de: [
        'Zeltstange gebrochen',
        'Eine Stange unseres Zelts ist am Gelenk gebrochen. Ist das Garantie?',
        'Ja, Stangen sind fünf Jahre gedeckt. Ein neuer Satz ist unterwegs, der Tausch geht ohne Werkzeug.',
      ],
    },
  },
  {
    queue: 'warranty',
    reason: 'Seams and zips',
    tags: ['repair'],
    words: {
      en: [
        'Zip of the {product} jams',
        'The zip jams at the same place every time since the last trip. Can it be repaired?',
        'Yes. Send it to the workshop with the label below; we put in a new slider and it is back within ten days.',
      ],
      pt: [
        'O fecho encrava',
        'O fecho ({product}) encrava sempre no mesmo sítio. Dá para reparar?',
        'Dá. Envie para a oficina com a etiqueta em baixo; pomos um cursor novo e volta em dez dias.',
      ],
      de: [
        'Reißverschluss klemmt',
        'Der Reißverschluss ({product}) klemmt immer an derselben Stelle. Reparieren Sie das?',
        'Ja. Schicken Sie es mit dem Etikett unten in die Werkstatt, in zehn Tagen ist es zurück.',
      ],
    },
  },
  {
    queue: 'warranty',
    reason: 'Stoves',
    tags: ['stove'],
    words: {
      en: [
        'Kettle stove does not light',
        'The stove hisses but does not light any more. It worked all summer.',
        'That is the jet. Unscrew it, blow through it from the thin end, and try again. If it still does not light, I send you a new one.',
      ],
      sv: [
        'Köket tänds inte',
        'Köket väser men tänds inte längre. Det fungerade hela sommaren.',
        'Det är munstycket. Skruva ur det, blås igenom från den smala sidan och prova igen. Annars skickar jag ett nytt.',
      ],
    },
  },
  {
    queue: 'warranty',
    reason: 'Soles',
    tags: ['boots', 'repair'],
    words: {
      en: [
        'Sole of the boots comes off',
        'After eleven months the left sole of my Moss boots comes off at the toe.',
        'They are within their two years. We glue and press them in the workshop, or you choose a new pair: tell me which.',
      ],
    },
  },
  {
    queue: 'returns',
    reason: 'Refund',
    tags: ['refund'],
    words: {
      en: [
        'When is the refund?',
        'I sent the {product} back ten days ago. When does the money come?',
        'It arrived on Monday and the refund left us the same day. Banks take up to five working days; the reference is {order}.',
      ],
      sv: [
        'När kommer återbetalningen?',
        'Jag skickade tillbaka {product} för tio dagar sedan. När kommer pengarna?',
        'Den kom i måndags och pengarna gick samma dag. Banken kan ta fem bankdagar.',
      ],
      pt: [
        'Quando recebo o reembolso?',
        'Devolvi a encomenda ({product}) há dez dias. Quando recebo o dinheiro?',
        'Chegou na segunda e o reembolso saiu no mesmo dia. O banco pode levar cinco dias úteis.',
      ],
    },
  },
  {
    queue: 'returns',
    reason: 'Exchange',
    tags: ['size'],
    words: {
      en: [
        'Exchange for a larger size',
        'The {product} is too small. Can I have the next size, and how do I send this one back?',
        'The next size is kept for you. Print the label below, hand it in, and the new one leaves as soon as it is scanned.',
      ],
      de: [
        'Umtausch in eine Größe größer',
        '{product} ist zu klein. Kann ich die nächste Größe haben?',
        'Sie ist für Sie reserviert. Etikett drucken, abgeben, und die neue geht los, sobald es gescannt ist.',
      ],
      es: [
        'Cambio de talla',
        'Me queda pequeño ({product}). ¿Puedo cambiarlo por una talla más?',
        'Se la guardamos. Imprima la etiqueta y la nueva sale en cuanto se registre.',
      ],
    },
  },
  {
    queue: 'returns',
    reason: 'Return label',
    tags: ['label'],
    words: {
      en: [
        'No label in the parcel',
        'There was no return label in the parcel of {order}.',
        'Here is one. Any post office takes it, no printer needed: they scan the code.',
      ],
    },
  },
  {
    queue: 'guides',
    reason: 'Group order',
    tags: ['b2b'],
    words: {
      en: [
        'Eight packs for a spring course',
        'We run a course in April and need eight packs and eight mats. Is there a price for guides?',
        'There is: 18 % from six pieces, delivery included. The offer holds for thirty days; say yes here and it is ordered.',
      ],
      de: [
        'Angebot für zwölf Schlafsäcke',
        'Für unsere Hütte brauchen wir zwölf Schlafsäcke. Haben Sie einen Preis für Guides?',
        'Ja: 18 % ab sechs Stück, Lieferung inklusive. Das Angebot gilt dreißig Tage.',
      ],
      es: [
        'Diez colchonetas para un refugio',
        'Necesitamos diez colchonetas. ¿Hay precio para guías?',
        'Sí: 18 % a partir de seis, envío incluido. La oferta vale treinta días.',
      ],
    },
  },
  {
    queue: 'help-page',
    reason: 'Advice',
    tags: ['advice'],
    words: {
      en: [
        'Which sleeping bag for October?',
        'I read “How warm is warm?” and am still not sure: two nights at five degrees, and I feel the cold.',
        'Then take the Fjell with comfort at minus two. Look at comfort, never at limit; the limit is for people who like to suffer.',
      ],
      sv: [
        'Vilket bränsle i vinter?',
        'Jag läste ”Bränsle i kyla” men undrar: gas eller sprit vid minus tio?',
        'Vintergas går till minus femton om behållaren hålls varm. Sprit är långsammare men går alltid.',
      ],
      pt: [
        'Como lavar o casaco?',
        'Li “Lavar e impermeabilizar” e não percebi: com que detergente?',
        'Com sabão líquido, sem amaciador, a trinta graus. Depois secador morno vinte minutos.',
      ],
    },
  },
  {
    queue: 'lumo',
    reason: 'Amount',
    tags: ['bill'],
    words: {
      en: [
        'Why is the bill twice as high?',
        'Our bill doubled although we were away for two weeks. What happened?',
        'Two months were read at once, because nobody could reach the meter in August. Per month it is as before; I sent you the two lines apart.',
      ],
      pt: [
        'Fatura demasiado alta',
        'A fatura duplicou e estivemos fora duas semanas. O que se passou?',
        'Foram lidos dois meses de uma vez. Por mês é o mesmo; envio-lhe as duas linhas separadas.',
      ],
    },
  },
  {
    queue: 'lumo',
    reason: 'Reading',
    tags: ['meter'],
    words: {
      en: [
        'Meter reading by photo',
        'Can I send a photo of the meter instead of typing the numbers?',
        'Yes. Reply with the photo; all five digits before the red one must be visible.',
      ],
      pt: [
        'Leitura do contador',
        'Posso enviar uma fotografia do contador?',
        'Pode. Responda com a fotografia; têm de se ver os cinco algarismos antes do vermelho.',
      ],
    },
  },
  {
    queue: 'lumo',
    reason: 'Direct debit',
    tags: ['payment'],
    words: {
      en: [
        'Direct debit taken twice',
        'You took the same amount twice this month.',
        'The second one goes back to you: the bank confirmed it for Thursday. Nothing else is due.',
      ],
      pt: [
        'Débito direto em duplicado',
        'Cobraram duas vezes o mesmo valor este mês.',
        'O segundo vai ser devolvido, o banco confirmou para quinta-feira.',
      ],
    },
  },
];
