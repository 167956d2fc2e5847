import { isDeepStrictEqual } from 'node:util';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { ImportField } from '#platform/domain';
import type { FieldView } from './contract.ts';
import { readValue } from './field-values.ts';
import { fieldsOf } from './fields.ts';
import type { Customer } from './queries.ts';

/** The columns every workspace understands. */
export const ownFields: readonly ImportField[] = [
  {
    name: 'address',
    title: 'E-mail address',
    isRequired: false,
    example: 'maya@lindqvist.example',
    alsoCalled: ['email', 'e-mail', 'mail', 'emailaddress', 'emails'],
  },
  {
    name: 'phone',
    title: 'Phone number',
    isRequired: false,
    example: '+46 31 555 01 00',
    alsoCalled: ['phone', 'telephone', 'mobile', 'phonenumber', 'tel'],
  },
  {
    name: 'external',
    title: 'Id in another system',
    isRequired: false,
    example: 'C-10442',
    alsoCalled: ['id', 'externalid', 'customerid', 'userid'],
  },
  {
    name: 'name',
    title: 'Name',
    isRequired: false,
    example: 'Maya Lindqvist',
    alsoCalled: ['fullname', 'displayname', 'customer', 'contact'],
  },
  { name: 'locale', title: 'Language', isRequired: false, example: 'sv', alsoCalled: ['language', 'locale', 'lang'] },
  {
    name: 'zone',
    title: 'Time zone',
    isRequired: false,
    example: 'Europe/Stockholm',
    alsoCalled: ['timezone', 'tz'],
  },
  { name: 'place', title: 'Place', isRequired: false, example: 'Göteborg', alsoCalled: ['city', 'town', 'location'] },
  {
    name: 'company',
    title: 'Company',
    isRequired: false,
    example: 'Alba Trekking SL',
    alsoCalled: ['organisation', 'organization', 'companyname', 'account'],
  },
];

/** A column for each field of the workspace's own. */
export async function customFields(ctx: ReadCtx, brandId: string): Promise<readonly ImportField[]> {
  return (await fieldsOf(ctx, 'customer', brandId)).map((field) => ({
    name: `${fieldPrefix}${field.id}`,
    title: field.name,
    isRequired: false,
    example: field.choices[0]?.name ?? '',
  }));
}

const fieldPrefix = 'field:';

/** What the line says of them, read as each field asks for, and the form it was read by; an empty one says nothing. */
export async function customOf(
  ctx: Ctx,
  row: Readonly<Record<string, string>>,
  customer: Customer,
): Promise<{ readonly said: Record<string, unknown>; readonly form: readonly FieldView[] }> {
  const given = Object.entries(row).filter(([name, text]) => name.startsWith(fieldPrefix) && text.trim() !== '');
  if (given.length === 0) return { said: {}, form: [] };
  const form = await fieldsOf(ctx, 'customer', customer.brandId);
  const said = given.flatMap(([name, text]) => {
    const field = form.find(({ id }) => name === `${fieldPrefix}${id}`);
    return field ? [[field.id, readValue(field, text)] as const] : [];
  });
  const others = said.filter(([id, value]) => !isDeepStrictEqual(customer.custom[id], value));
  return { said: Object.fromEntries(others), form };
}
