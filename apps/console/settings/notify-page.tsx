import { useState, type ReactElement } from 'react';
import { Button, CheckField, SelectField, useWords } from '#platform/ui';
import { type Level, type LevelChoice, levels, type Tone, tones, useNotifyChoices } from '../notify/choices.ts';
import { play, unblock } from '../notify/sounds.ts';
import { notifyWords } from '../notify/words.ts';
import { AppLink } from '../shell/links.tsx';

/** Settings > Sounds and signs: four levels, each with sound, volume, desktop, title, or none; Test plays it (R34). */
export function NotifyPage(): ReactElement {
  const t = useWords(notifyWords);
  const [choices, change] = useNotifyChoices();
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="mb-5 max-w-[640px] text-md text-text-2">{t('lead')}</p>
      <div className="flex flex-col gap-3.5">
        {levels.map((level) => (
          <LevelCard key={level} level={level} choice={choices[level]} onChange={(part) => change(level, part)} />
        ))}
      </div>
      <p className="mt-4 max-w-[640px] text-text-3">{t('chatTones')}</p>
      <p className="mt-2">
        <AppLink
          href="/notices"
          label={t('byMail')}
          current={false}
          className="inline-flex min-h-6 items-center font-semibold text-brand-text max-phone:min-h-10"
        >
          {t('byMail')}
        </AppLink>
      </p>
    </>
  );
}

function LevelCard(props: {
  readonly level: Level;
  readonly choice: LevelChoice;
  readonly onChange: (part: Partial<LevelChoice>) => void;
}): ReactElement {
  const t = useWords(notifyWords);
  const { level, choice, onChange } = props;
  const [said, setSaid] = useState('');
  const test = async (): Promise<void> => {
    // The press itself lets the browser sound: what is tested is what will be heard.
    const isOpen = await unblock();
    setSaid(isOpen && play(choice.tone ?? 'bell', choice.volume) ? t('tested') : t('blockedTest'));
  };
  const toDesktop = async (desktop: boolean): Promise<void> => {
    if (!desktop) return onChange({ desktop });
    if (typeof Notification === 'undefined') return setSaid(t('desktopMissing'));
    const answer = await Notification.requestPermission();
    if (answer === 'granted') return onChange({ desktop });
    return setSaid(t('desktopDenied'));
  };
  const isNone = choice.tone === null && !choice.desktop && !choice.badge;
  return (
    <fieldset className="rounded-lg border border-line bg-surface px-4 py-3">
      <legend className="px-1 font-semibold">
        {t(level)}
        {isNone && <span className="font-normal text-text-3">: {t('nothing')}</span>}
      </legend>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <SelectField<Tone | 'silent'>
          label={t('tone')}
          value={choice.tone ?? 'silent'}
          options={(['silent', ...tones] as const).map((id) => ({ id, label: t(id) }))}
          onChoose={(tone) => onChange({ tone: tone === 'silent' ? null : tone })}
        />
        <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
          {t('volume')}
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(choice.volume * 100)}
            disabled={choice.tone === null}
            aria-valuetext={`${Math.round(choice.volume * 100)} %`}
            onChange={(event) => onChange({ volume: Number(event.target.value) / 100 })}
            className="h-[38px] w-32 accent-brand max-phone:h-11"
          />
        </label>
        <Button
          disabled={choice.tone === null}
          aria-label={`${t('test')}: ${t(level)}`}
          className="max-phone:h-11"
          onClick={() => void test()}
        >
          {t('test')}
        </Button>
        <span className="flex flex-col gap-1.5">
          <CheckField label={t('desktop')} checked={choice.desktop} onChange={(desktop) => void toDesktop(desktop)} />
          <CheckField label={t('badge')} checked={choice.badge} onChange={(badge) => onChange({ badge })} />
        </span>
      </div>
      <p role="status" className="mt-2 text-xs text-text-3 empty:hidden">
        {said}
      </p>
    </fieldset>
  );
}
