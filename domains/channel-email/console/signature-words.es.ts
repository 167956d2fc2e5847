import type { Spanish } from '#platform/ui';
import type { signatureWords } from './signature-words.ts';

export const es: Spanish<typeof signatureWords> = {
  area: 'mail-signatures',
  words: {
    title: 'Firmas',
    lead: 'Lo que va debajo de los correos que escribes. Una marca sin firma propia toma la de todas las marcas, y sin esa la de la línea. Se rellenan {teammate}, {first}, {brand}, {line} y {number}.',
    publicName: 'Tu nombre para los clientes',
    publicNameHint:
      'Ocupa el lugar de {teammate} y {first} en todo lo que leen los clientes. Si queda vacío: el nombre que conocen tus colegas.',
    all: 'Para todas las marcas',
    ofBrand: 'Para {{brand}}',
    save: 'Guardar',
    saved: 'Guardada',
    preview: 'Como la ve el cliente',
    previewOn: 'Se muestra en la línea',
    from: 'De',
    sampleCustomer: 'Alicia Weber',
    sampleReply: 'Aquí va lo que escribes.',
    noLine: 'Todavía no hay ninguna línea de correo abierta para ella: no hay nada que firmar.',
    ofLines: 'Nombres y firmas',
    ofLinesLead: 'De quién son sus correos, y qué los termina cuando quien escribe no tiene una firma propia.',
    ofLinesNone: 'Todavía no sale ningún correo con este nombre: abre antes un canal de correo para él.',
    lineSignature: 'Firma',
    lineSignatureHint: '{teammate}, {first}, {brand}, {line} y {number} se rellenan.',
    lineSignatureHintAlone: '{teammate}, {first}, {line} y {number} se rellenan.',
    ownOnes: 'Mis propias firmas',
    linesFailed: 'No se han podido leer los canales',
    loading: 'Cargando tus firmas',
    failed: 'No se han podido cargar tus firmas',
  },
};
