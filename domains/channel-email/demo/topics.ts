import type { StoryLanguage } from '#domains/customers';

/** What customers of the story write about, in their languages, and what they are answered. */
export interface Topic {
  readonly queue: 'orders' | 'warranty' | 'returns' | 'guides' | 'help-page' | 'lumo';
  readonly reason: string;
  readonly tags: readonly string[];
  readonly words: Partial<Readonly<Record<StoryLanguage, TopicWords>>> & { readonly en: TopicWords };
}

/** Subject, what they write, what we answer. `{order}`, `{product}`, `{place}` are filled in. */
type TopicWords = readonly [subject: string, text: string, answer: string];

/** Follow-ups fit every topic: what they write next, and our answer to it. */
export const followUps: Readonly<Record<StoryLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    [
      'Thank you, that was quick. One more thing: will I get a message when it is on its way?',
      'You will, with a link to follow it. Nothing more to do on your side.',
    ],
    [
      'It has not moved since. Could you look again, please?',
      'I looked again and pushed it myself. It is done now; sorry that it took two mails.',
    ],
  ],
  sv: [
    [
      'Tack för snabbt svar! Får jag ett meddelande när det är på väg?',
      'Ja, med en länk så att du kan följa det. Ha en fin dag!',
    ],
  ],
  de: [
    [
      'Danke für die schnelle Antwort. Bekomme ich eine Nachricht, wenn es unterwegs ist?',
      'Ja, mit einem Link zum Verfolgen. Einen schönen Tag noch!',
    ],
  ],
  pt: [
    [
      'Obrigado pela resposta rápida. Recebo um aviso quando for enviado?',
      'Sim, com uma ligação para acompanhar. Bom dia!',
    ],
  ],
  es: [['Gracias por la rapidez. ¿Me avisan cuando salga?', 'Sí, con un enlace para seguirlo. ¡Buen día!']],
};

export const products = [
  'Ridgeline 2 tent',
  'Storm jacket',
  'Kettle stove',
  'Fjell sleeping bag',
  'Moss boots',
  'Peak 45 pack',
  'Trekking poles',
  'Airlight mat',
] as const;

export const topics: readonly Topic[] = [
  {
    queue: 'orders',
    reason: 'Where is it',
    tags: ['nordpost'],
    words: {
      en: [
        'Where is my order {order}?',
        'Hello, the {product} was to come on Friday and the tracking has not moved for three days. Where is it now?',
        'Hello, Nordpost is a day behind in {place}. Your parcel was sorted this morning and is on the van tomorrow. If it is not there by evening, write to me and I send a new one.',
      ],
      sv: [
        'Var är min beställning {order}?',
        'Hej, {product} skulle ha kommit i fredags och spårningen står still sedan tre dagar. Var är paketet?',
        'Hej! Nordpost ligger en dag efter i {place}. Paketet sorterades i morse och kommer i morgon. Kommer det inte, skriv till mig så skickar jag ett nytt.',
      ],
      de: [
        'Wo bleibt meine Bestellung {order}?',
        'Guten Tag, {product} sollte am Freitag kommen, und die Sendungsverfolgung steht seit drei Tagen. Wo ist das Paket?',
        'Guten Tag, Nordpost ist in {place} einen Tag zurück. Ihr Paket wurde heute sortiert und kommt morgen. Wenn nicht, schreiben Sie mir bitte, dann schicke ich ein neues.',
      ],
      pt: [
        'Onde está a encomenda {order}?',
        'Bom dia, a encomenda ({product}) devia ter chegado na sexta e o seguimento não muda há três dias. Onde está?',
        'Bom dia, a Nordpost está um dia atrasada em {place}. A encomenda foi separada hoje e chega amanhã. Se não chegar, diga-me e envio outra.',
      ],
      es: [
        '¿Dónde está mi pedido {order}?',
        'Hola, el pedido ({product}) debía llegar el viernes y el seguimiento no cambia desde hace tres días.',
        'Hola, Nordpost va con un día de retraso en {place}. Su paquete sale mañana. Si no llega, escríbame y le envío otro.',
      ],
    },
  },
  {
    queue: 'orders',
    reason: 'Delivered, not here',
    tags: ['parcel'],
    words: {
      en: [
        'Says delivered, is not here',
        'The tracking of {order} says “delivered” since yesterday, but there is nothing at the door and no neighbour has it.',
        'That is annoying, sorry. The driver scanned it at another number of your street. We have it fetched, and a new {product} leaves today by express at no cost to you.',
      ],
      sv: [
        'Levererat, men inte här',
        'Spårningen för {order} säger ”levererat” sedan i går, men det finns inget vid dörren.',
        'Det var tråkigt. Föraren skannade paketet vid fel port. Vi hämtar det, och ett nytt går i dag med express utan kostnad.',
      ],
      pt: [
        'Diz entregue, mas não está',
        'O seguimento de {order} diz “entregue” desde ontem, mas não está cá nada.',
        'Lamento. O estafeta registou noutra porta. Vamos recolher, e segue hoje outra por expresso sem custos.',
      ],
    },
  },
  {
    queue: 'orders',
    reason: 'Change of address',
    tags: ['address'],
    words: {
      en: [
        'Change of address, {order}',
        'I am moving on Monday. Can {order} go to my new address in {place} instead?',
        'It was not packed yet, so I changed it. The order goes to {place}; you get the new confirmation in a minute.',
      ],
      de: [
        'Andere Lieferadresse für {order}',
        'Ich ziehe am Montag um. Kann {order} an die neue Adresse in {place} gehen?',
        'Das Paket war noch nicht gepackt, die Adresse ist geändert. Die Bestätigung kommt gleich.',
      ],
      pt: [
        'Mudar a morada de {order}',
        'Mudo de casa na segunda. A encomenda {order} pode ir para a nova morada em {place}?',
        'Ainda não estava embalada, já mudei a morada. Recebe a confirmação dentro de um minuto.',
      ],
    },
  },
  {
    queue: 'orders',
    reason: 'Wrong item',
    tags: ['wrong-item'],
    words: {
      en: [
        'Wrong colour in the parcel',
        'I ordered the {product} in green and got grey. Order {order}.',
        'Our mistake in the depot. The green one leaves today; send the grey one back with the label attached whenever it suits you.',
      ],
      sv: [
        'Fel färg i paketet',
        'Jag beställde {product} i grönt och fick grått. Order {order}.',
        'Vårt misstag på lagret. Den gröna går i dag; skicka tillbaka den grå med etiketten när det passar.',
      ],
    },
  },
  {
    queue: 'orders',
    reason: 'Invoice',
    tags: ['invoice'],
    words: {
      en: [
        'Invoice with our VAT number',
        'Could you send the invoice of {order} again with our VAT number on it?',
        'Here it is with the number. For the next orders it is kept in your account.',
      ],
      de: [
        'Rechnung mit USt-IdNr.',
        'Könnten Sie die Rechnung zu {order} bitte mit unserer USt-IdNr. schicken?',
        'Gern, sie liegt bei. Für künftige Bestellungen ist die Nummer hinterlegt.',
      ],
      es: [
        'Factura con NIF',
        '¿Podrían enviar la factura de {order} con nuestro NIF?',
        'Aquí la tiene. Para los próximos pedidos queda guardado.',
      ],
    },
  },
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
