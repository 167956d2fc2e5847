import type { Phrases } from '#platform/words';

/** Orders in Spanish. */
export const es: Phrases = {
  'The customer of this order was erased': 'El cliente de este pedido se borró',
  'Do not tell of it again: it is not taken in.': 'No lo envíes otra vez: no se acepta.',
  'This is no number of pieces': 'Esto no es una cantidad de unidades',
  'Write a whole number.': 'Escribe un número entero.',
  'This is no currency': 'Esto no es una moneda',
  'Write its three letters: EUR.': 'Escribe sus tres letras: EUR.',
  'This is no day': 'Esto no es un día',
  'Write it like 2026-11-04.': 'Escríbelo como 2026-11-04.',
  'Leave the line out.': 'Deja fuera la línea.',
  'This is no amount': 'Esto no es un importe',
  'Write it like 389.00 or 1.234,50 €.': 'Escríbelo como 389.00 o 1.234,50 €.',
  'Nobody is known by this address, number or id': 'No se conoce a nadie por esta dirección, número o identificador',
  'Bring in the customers first; the same file will do.': 'Importa antes los clientes; sirve el mismo archivo.',
  'This line has no number of an order': 'Esta línea no tiene número de pedido',
  'Choose its column.': 'Elige su columna.',
  'An order cannot be that': 'Un pedido no puede estar así',
  'Use one of: placed, paid, packed, sent, delivered, returned, cancelled.':
    'Usa uno de estos: placed, paid, packed, sent, delivered, returned, cancelled.',
  'Tell of orders, products and payments, as the key of a shop does':
    'Informar de pedidos, productos y pagos, como la clave de una tienda',
  Orders: 'Pedidos',
  'What customers bought, a line for each thing; the customers are known already':
    'Lo que compraron los clientes, una línea por cosa; los clientes ya se conocen',
  'Removed with their lines, payments and parcels, counted from the day they were placed':
    'Se quitan con sus líneas, pagos y paquetes, contando desde el día en que se hicieron',
};
