import { useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { dateOf, SelectField, useAct, useWords } from '#platform/ui';
import { type CareerView, readMyCareer, sayOwnSkill } from '../contract.ts';
import { careerWords } from './career-words.ts';

type Looked = NonNullable<CareerView['looked']>;
type Skill = Looked['skills'][number];

/** What a role asks, what is written down, and what each level rests on; where nothing is known, that. */
export function SkillList(props: { readonly looked: Looked; readonly isOwn: boolean }): ReactElement {
  const t = useWords(careerWords);
  const { looked } = props;
  return (
    <section aria-label={t('skills')} className="rounded-xl border border-line bg-surface p-4">
      <h2 className="text-sm font-semibold">{t('skills')}</h2>
      <p className="mb-2 text-xs text-text-3">{t('asks', { role: looked.name })}</p>
      <ul className="divide-y divide-line">
        {looked.skills.map((skill) => (
          <SkillRow key={skill.key} skill={skill} isOwn={props.isOwn} />
        ))}
      </ul>
    </section>
  );
}

function SkillRow(props: { readonly skill: Skill; readonly isOwn: boolean }): ReactElement {
  const t = useWords(careerWords);
  const { skill } = props;
  const { have, need } = skill;
  const verdict = (): string => {
    if (have === null) return t('nothing');
    return have >= need ? t('isMet') : t('grow', { count: need - have });
  };
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 font-semibold">{skill.name}</span>
        <Five skill={skill} />
        <span className="w-32 text-end text-xs text-text-2">{verdict()}</span>
      </div>
      <details className="group text-xs text-text-2">
        <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1">
          {t('restsOn')}
          <ChevronDown className="size-3.5 group-open:rotate-180" aria-hidden />
        </summary>
        {skill.restsOn.length === 0 && <p>{t('nothing')}</p>}
        <ul>
          {skill.restsOn.map((one) => (
            <li key={one.source}>{t(`source-${one.source}`, { level: one.level, date: dateOf(one.recordedAt) })}</li>
          ))}
        </ul>
        {props.isOwn && <OwnWord skill={skill} />}
      </details>
    </li>
  );
}

/** Five steps: filled as far as is written down, outlined as far as is asked. */
function Five(props: { readonly skill: Skill }): ReactElement {
  const t = useWords(careerWords);
  const { have, need } = props.skill;
  const says = have === null ? t('need', { need }) : t('have', { have, need });
  const lookOf = (step: number): string => {
    if (step <= (have ?? 0)) return 'bg-brand';
    return step <= need ? 'border border-dashed border-warn-text' : 'bg-surface-3';
  };
  return (
    <span role="img" aria-label={says} className="flex gap-0.5">
      {[1, 2, 3, 4, 5].map((step) => (
        <i key={step} className={`h-2 w-5 rounded-sm ${lookOf(step)}`} />
      ))}
    </span>
  );
}

function OwnWord(props: { readonly skill: Skill }): ReactElement {
  const t = useWords(careerWords);
  const client = useQueryClient();
  const act = useAct(sayOwnSkill);
  const { skill } = props;
  const own = skill.restsOn.find(({ source }) => source === 'own')?.level;
  return (
    <SelectField
      label={t('ownWord', { skill: skill.name })}
      value={own === undefined ? '' : String(own)}
      disabled={act.isPending}
      options={[
        { id: '', label: t('noWord') },
        ...['1', '2', '3', '4', '5'].map((id) => ({ id, label: t('level', { level: id }) })),
      ]}
      onChoose={(chosen) =>
        act.mutate(
          { params: { key: skill.key }, body: { level: chosen === '' ? null : Number(chosen) } },
          { onSuccess: () => void client.invalidateQueries({ queryKey: [readMyCareer.path] }) },
        )
      }
    />
  );
}
