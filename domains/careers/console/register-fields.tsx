import type { ReactElement } from 'react';
import { Field, useWords } from '#platform/ui';
import type { TextBody } from '../contract.ts';
import { registerWords } from './register-words.ts';

type Role = Extract<TextBody, { kind: 'role' }>;

/** What official registers call the role: a code, its name there, and in ESCO its lasting address. No code is an answer too. */
export function RegisterFields(props: {
  readonly body: Role;
  readonly onWrite: (part: Partial<Role>) => void;
}): ReactElement {
  const t = useWords(registerWords);
  const onet = props.body.onet ?? { code: '', title: '' };
  const esco = props.body.esco ?? { code: '', title: '', uri: '' };
  const write = (part: { onet?: typeof onet; esco?: typeof esco }): void => {
    const orNone = <T extends Readonly<Record<string, string>>>(one: T): T | null =>
      Object.values(one).every((value) => value === '') ? null : one;
    if (part.onet) props.onWrite({ onet: orNone(part.onet) });
    if (part.esco) props.onWrite({ esco: orNone(part.esco) });
  };
  const field = (label: string, value: string, onChange: (value: string) => void, more: object) => (
    <Field label={label} dir="ltr" value={value} onChange={(event) => onChange(event.target.value)} {...more} />
  );
  const hasOnet = Boolean(props.body.onet);
  const hasEsco = Boolean(props.body.esco);
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 text-xs font-semibold text-text-2">{t('registers')}</legend>
      <p className="text-xs text-text-3">{t('registersSays')}</p>
      <div className="grid grid-cols-[1fr_3fr] items-start gap-2 max-phone:grid-cols-1">
        {field(t('onetCode'), onet.code, (code) => write({ onet: { ...onet, code } }), {
          hint: t('onetHint'),
          pattern: String.raw`\d{2}-\d{4}(\.\d{2})?`,
          required: hasOnet,
        })}
        {field(t('onetTitle'), onet.title, (title) => write({ onet: { ...onet, title } }), {
          maxLength: 160,
          required: hasOnet,
        })}
      </div>
      <div className="grid grid-cols-[1fr_3fr] items-start gap-2 max-phone:grid-cols-1">
        {field(t('escoCode'), esco.code, (code) => write({ esco: { ...esco, code } }), {
          hint: t('escoHint'),
          pattern: String.raw`\d{4}(\.\d+)*`,
          required: hasEsco,
        })}
        {field(t('escoTitle'), esco.title, (title) => write({ esco: { ...esco, title } }), {
          maxLength: 160,
          required: hasEsco,
        })}
      </div>
      {field(t('escoUri'), esco.uri, (uri) => write({ esco: { ...esco, uri } }), {
        hint: t('escoUriHint'),
        pattern: String.raw`https?://data\.europa\.eu/esco/occupation/[0-9a-f\-]{36}`,
        required: hasEsco,
      })}
    </fieldset>
  );
}
