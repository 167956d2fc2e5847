import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Segments, useAct, useLanguage, useWords, viewKey } from '#platform/ui';
import type { ReplyOf } from '#platform/contract';
import { changeMe } from '#domains/identity/contract';
import { type LanguageId, languages, known, speakTo } from '../languages/languages.ts';
import { readSession } from '../routes.ts';
import { useMe } from '../session/use-me.ts';
import { useLook } from '../shell/look.ts';
import { settingsWords } from './words.ts';

const themes = ['light', 'dark', 'system'] as const;
const densities = ['compact', 'cosy', 'relaxed'] as const;
const directions = ['ltr', 'rtl'] as const;

/** Settings > Look. */
export function LookPage(): ReactElement {
  const t = useWords(settingsWords);
  const [look, change] = useLook();
  const optionsOf = <Id extends (typeof themes)[number] | (typeof densities)[number] | (typeof directions)[number]>(
    ids: readonly Id[],
  ) => ids.map((id) => ({ id, label: t(id) }));
  return (
    <>
      <h1>{t('look')}</h1>
      <p className="mb-5 text-md text-text-2">{t('lookLead')}</p>
      <div className="flex flex-col items-start gap-4">
        <LanguageRow />
        <Row title={t('theme')}>
          <Segments
            label={t('theme')}
            value={look.theme}
            options={optionsOf(themes)}
            onChoose={(theme) => change({ theme })}
          />
        </Row>
        <Row title={t('density')}>
          <Segments
            label={t('density')}
            value={look.density}
            options={optionsOf(densities)}
            onChoose={(density) => change({ density })}
          />
        </Row>
        <Row title={t('direction')}>
          <Segments
            label={t('direction')}
            value={look.direction}
            options={optionsOf(directions)}
            onChoose={(direction) => change({ direction })}
          />
        </Row>
      </div>
    </>
  );
}

/** Kept with the teammate: it is theirs on every device. */
function LanguageRow(): ReactElement {
  const t = useWords(settingsWords);
  const now = known(useLanguage()) ?? 'en';
  const keep = useAct(changeMe);
  const me = useMe();
  const client = useQueryClient();
  const choose = (locale: LanguageId): void => {
    const kept = me === undefined ? undefined : keep.mutateAsync({ body: { locale } });
    // at once, so that the page drawn anew does not go back to what was kept before
    client.setQueryData<ReplyOf<typeof readSession>>(viewKey(readSession), (session) =>
      session?.me == null
        ? session
        : { ...session, me: { ...session.me, teammate: { ...session.me.teammate, locale } } },
    );
    // when it is kept and spoken, who we are is read anew: the desk's name is said by the server. This row is drawn anew before
    void Promise.allSettled([kept, speakTo(locale)]).then(() =>
      client.invalidateQueries({ queryKey: viewKey(readSession) }),
    );
  };
  return (
    <Row title={t('language')}>
      <Segments
        label={t('language')}
        value={now}
        options={languages.map(({ id, name }) => ({ id, label: name }))}
        onChoose={choose}
      />
    </Row>
  );
}

function Row(props: { readonly title: string; readonly children: ReactElement }): ReactElement {
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-xs font-semibold text-text-2" aria-hidden="true">
        {props.title}
      </span>
      {props.children}
    </div>
  );
}
