import type { ReactElement } from 'react';
import { Field, SelectField, TextField, useView, useWords } from '#platform/ui';
import { readChoices, type TextBody } from '../contract.ts';
import { LinesField, type Row, RowsField } from './rows-field.tsx';
import { RegisterFields } from './register-fields.tsx';
import { type CareersWord, careersWords } from './words.ts';

type Body<K extends TextBody['kind']> = Extract<TextBody, { kind: K }>;
interface Props<K extends TextBody['kind']> {
  readonly body: Body<K>;
  readonly onWrite: (body: Body<K>) => void;
}
const levels = ['1', '2', '3', '4', '5'].map((id) => ({ id, label: id }));

/** The fields of a text, by its kind. */
export function TextFields(props: {
  readonly body: TextBody;
  readonly onWrite: (body: TextBody) => void;
}): ReactElement {
  const { body, onWrite } = props;
  if (body.kind === 'role') return <RoleFields body={body} onWrite={onWrite} />;
  if (body.kind === 'skill') return <SkillFields body={body} onWrite={onWrite} />;
  if (body.kind === 'place') return <PlaceFields body={body} onWrite={onWrite} />;
  return <QuestionFields body={body} onWrite={onWrite} />;
}

function RoleFields({ body, onWrite }: Props<'role'>): ReactElement {
  const t = useWords(careersWords);
  const choices = useView(readChoices, {}).data;
  const set = (part: Partial<Body<'role'>>): void => onWrite({ ...body, ...part });
  const named = (rows: readonly { readonly key: string; readonly name: string }[] | undefined) =>
    (rows ?? []).map(({ key, name }) => ({ id: key, label: name }));
  const learns = (['practise', 'job', 'course'] as const).map((id) => ({ id, label: t(id) }));
  return (
    <>
      <Name value={body.name} onWrite={(name) => set({ name })} />
      <SaidField label="leadText" said={body.lead} onWrite={(lead) => set({ lead })} />
      <SelectField
        label={t('step')}
        value={body.step ?? 'next'}
        options={[
          { id: 'start', label: t('start') },
          { id: 'next', label: t('nextStep') },
          { id: 'lead', label: t('leadStep') },
        ]}
        onChoose={(step) => set({ step })}
      />
      <Saids title="does" saids={body.does} onWrite={(does) => set({ does })} />
      <RowsField
        title={t('day')}
        cells={[
          { name: 'at', label: t('at') },
          { name: 'says', label: t('says'), isWide: true },
        ]}
        rows={body.day}
        onWrite={(rows) => set({ day: rows as unknown as Body<'role'>['day'] })}
      />
      <Saids title="with" saids={body.with} onWrite={(saids) => set({ with: saids })} />
      <RowsField
        title={t('skills')}
        cells={[
          { name: 'skill', label: t('skill'), options: named(choices?.skills), isWide: true },
          { name: 'level', label: t('level'), options: levels },
          { name: 'learn', label: t('learn'), options: learns },
        ]}
        rows={body.skills.map((one) => ({ ...one, level: String(one.level) }))}
        onWrite={(rows) =>
          set({ skills: rows.map((row) => ({ ...row, level: Number(row['level']) })) as Body<'role'>['skills'] })
        }
      />
      <LinesField label={t('tools')} lines={body.tools} onWrite={(lines) => set({ tools: [...lines] })} />
      <LinesField label={t('metrics')} lines={body.metrics} onWrite={(lines) => set({ metrics: [...lines] })} />
      <Field
        label={t('wayIn')}
        required
        dir="auto"
        maxLength={160}
        value={body.wayIn}
        onChange={(event) => set({ wayIn: event.target.value })}
      />
      <RowsField
        title={t('steps')}
        cells={[
          { name: 'says', label: t('says'), isWide: true },
          { name: 'takes', label: t('takes') },
        ]}
        rows={body.steps}
        onWrite={(rows) => set({ steps: rows as unknown as Body<'role'>['steps'] })}
      />
      <RowsField
        title={t('next')}
        cells={[
          { name: 'role', label: t('role'), options: named(choices?.roles), isWide: true },
          { name: 'says', label: t('takes') },
        ]}
        rows={body.next}
        onWrite={(rows) => set({ next: rows as unknown as Body<'role'>['next'] })}
      />
      <SaidField label="where" said={body.where} onWrite={(where) => set({ where })} />
      <SaidField label="demand" said={body.demand} onWrite={(demand) => set({ demand })} />
      <RegisterFields body={body} onWrite={set} />
    </>
  );
}

function SkillFields({ body, onWrite }: Props<'skill'>): ReactElement {
  const t = useWords(careersWords);
  return (
    <>
      <Name value={body.name} onWrite={(name) => onWrite({ ...body, name })} />
      <SaidField label="leadText" said={body.lead} onWrite={(lead) => onWrite({ ...body, lead })} />
      <LinesField label={t('shows')} lines={body.shows} onWrite={(lines) => onWrite({ ...body, shows: [...lines] })} />
      <LinesField label={t('grow')} lines={body.grow} onWrite={(lines) => onWrite({ ...body, grow: [...lines] })} />
    </>
  );
}

function PlaceFields({ body, onWrite }: Props<'place'>): ReactElement {
  const t = useWords(careersWords);
  const code = (name: 'country' | 'currency', length: number) => (
    <Field
      label={t(name)}
      dir="ltr"
      pattern={`[A-Z]{${length}}`}
      maxLength={length}
      value={body[name] ?? ''}
      onChange={(event) => onWrite({ ...body, [name]: event.target.value.toUpperCase() || undefined })}
    />
  );
  return (
    <>
      <Name value={body.name} onWrite={(name) => onWrite({ ...body, name })} />
      <div className="grid grid-cols-2 gap-3">
        {code('country', 2)}
        {code('currency', 3)}
      </div>
      <Saids title="says" saids={body.says} onWrite={(says) => onWrite({ ...body, says })} />
    </>
  );
}

function QuestionFields({ body, onWrite }: Props<'question'>): ReactElement {
  const t = useWords(careersWords);
  return (
    <>
      <Field
        label={t('question')}
        required
        dir="auto"
        maxLength={160}
        value={body.question}
        onChange={(event) => onWrite({ ...body, question: event.target.value })}
      />
      <Saids title="answer" saids={body.answer} onWrite={(answer) => onWrite({ ...body, answer })} />
    </>
  );
}

function Name(props: { readonly value: string; readonly onWrite: (name: string) => void }): ReactElement {
  const t = useWords(careersWords);
  return (
    <Field
      label={t('name')}
      required
      dir="auto"
      maxLength={160}
      value={props.value}
      onChange={(event) => props.onWrite(event.target.value)}
    />
  );
}

type Said = Body<'role'>['lead'];

/** One text with its source. */
function SaidField(props: {
  readonly label: CareersWord;
  readonly said: Said;
  readonly onWrite: (said: Said) => void;
}): ReactElement {
  const t = useWords(careersWords);
  const { said } = props;
  const label = t(props.label as 'says');
  return (
    <div className="grid grid-cols-[3fr_1fr] items-start gap-2 max-phone:grid-cols-1">
      <TextField
        label={label}
        required
        rows={2}
        maxLength={600}
        value={said.says}
        onChange={(event) => props.onWrite({ ...said, says: event.target.value })}
      />
      <Field
        label={`${t('source')}: ${label}`}
        required
        dir="auto"
        minLength={2}
        maxLength={200}
        value={said.source}
        onChange={(event) => props.onWrite({ ...said, source: event.target.value })}
      />
    </div>
  );
}

/** Several texts, each with its source. */
function Saids(props: {
  readonly title: CareersWord;
  readonly saids: readonly Said[];
  readonly onWrite: (saids: Said[]) => void;
}): ReactElement {
  const t = useWords(careersWords);
  return (
    <RowsField
      title={t(props.title as 'says')}
      cells={[
        { name: 'says', label: t('says'), isWide: true },
        { name: 'source', label: t('source') },
      ]}
      rows={props.saids as unknown as readonly Row[]}
      onWrite={(rows) => props.onWrite(rows as unknown as Said[])}
    />
  );
}
