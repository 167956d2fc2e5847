import type { Topic } from './topics.ts';

/** What customers of the story write about their orders. */
export const orderTopics: readonly Topic[] = [
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
];
