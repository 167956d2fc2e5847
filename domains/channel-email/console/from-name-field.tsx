import { type ReactElement, useState } from 'react';
import { listBrands } from '#domains/brands/contract';
import { Field, SelectField, useView, useWords } from '#platform/ui';
import { type Facts, fillIn } from '../fill-in.ts';
import { mailWords } from './words.ts';

/** From whom the mails of a line are: one of four usual ways, each shown as customers read it, or words of one's own. */
export function FromNameField(props: {
  readonly value: string;
  readonly facts: Facts;
  readonly onChange: (fromName: string) => void;
}): ReactElement {
  const t = useWords(mailWords);
  const { value, facts } = props;
  // where there is one brand, nobody reads the word
  const isAlone = (useView(listBrands, {}).data?.rows.length ?? 0) <= 1;
  const usual = [
    { id: '', label: t('fromLine') },
    { id: '{brand}', label: t(isAlone ? 'fromOrganisation' : 'fromBrand') },
    { id: t('fromTeammateAtWords'), label: t('fromTeammateAt') },
    { id: '{teammate}', label: t('fromTeammate') },
  ];
  const [isOwn, setOwn] = useState(!usual.some(({ id }) => id === value));
  const choose = (id: string): void => {
    setOwn(id === own);
    if (id !== own) props.onChange(id);
  };
  return (
    <>
      <SelectField
        label={t('fromName')}
        value={isOwn ? own : value}
        options={[
          ...usual.map(({ id, label }) => ({ id, label: `${label}: ${fillIn(id, facts) || facts.line}` })),
          { id: own, label: t('fromOwn') },
        ]}
        onChoose={choose}
      />
      {isOwn && (
        <Field
          label={t('fromOwnWords')}
          hint={t(isAlone ? 'fromNameHintAlone' : 'fromNameHint')}
          maxLength={200}
          value={value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </>
  );
}

/** The choice that is no way of the usual ones; a name with this sign is none that anybody types. */
const own = '\u0000own';
