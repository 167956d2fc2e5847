import { useQueryClient } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Avatar, Button, Field, Logo, type Refusal, type Say, useAct, useView, useWords, viewOf } from '#platform/ui';
import { AppLink, useGo } from '../shell/links.tsx';
import { readSession, signIn, signInAsDemo } from '../routes.ts';
import { HeldNote } from './held-note.tsx';
import { OtherWays } from './other-ways.tsx';
import { useOffers } from './use-offers.ts';
import { SecondStep } from './second-step.tsx';
import { sessionWords } from './words.ts';

/** E-mail and password; in the demo, one click a role. */
export function SignInPage(): ReactElement {
  const t = useWords(sessionWords);
  const go = useGo();
  const client = useQueryClient();
  const door = useView(readSession, {});
  const enter = useAct(signIn);
  const enterDemo = useAct(signInAsDemo);
  const [address, setAddress] = useState('');
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<'first' | 'second'>('first');

  const needsSetup = door.data?.needsSetup === true;
  const isInside = door.data?.me != null;
  useEffect(() => {
    if (needsSetup) go('/setup', { replace: true });
    else if (isInside) go('/', { replace: true });
  }, [needsSetup, isInside, go]);

  const inside = async (): Promise<void> => {
    client.clear();
    await client.fetchQuery(viewOf(readSession, {}));
    go('/', { replace: true });
  };
  // The address that the start prints for each role: `/sign-in?as=agent`.
  const wanted = new URLSearchParams(location.search).get('as');
  const isOffered = wanted !== null && door.data?.demo?.roles.some((role) => role.role === wanted);
  const hasAsked = useRef(false);
  const enterAs = (role: string): void => enterDemo.mutate({ body: { role } }, { onSuccess: inside });
  useEffect(() => {
    if (!isOffered || hasAsked.current) return;
    hasAsked.current = true;
    enterAs(wanted);
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    enter.mutate(
      { body: { address, password } },
      { onSuccess: ({ secondStep }) => (secondStep ? setStep('second') : void inside()) },
    );
  };
  const offers = useOffers();
  const held = door.data?.held ?? undefined;
  const failed = enter.error ?? enterDemo.error;
  const demo = door.data?.demo ?? undefined;
  const roles = demo?.roles ?? [];

  return (
    <div className="grid min-h-dvh grid-cols-[348px_minmax(0,1fr)] bg-surface text-md max-wide:grid-cols-1">
      <Brand />
      <main className="flex flex-col items-center justify-center p-6">
        <div className="flex w-full max-w-[400px] flex-col gap-5">
          <div className="hidden max-wide:block">
            <Logo sizePx={40} dark />
          </div>
          <div>
            <h1 className="text-[30px] leading-9 tracking-[-0.022em]">{t('welcome')}</h1>
            {demo && <p className="text-lg text-text-2">{t('lead', { workspace: demo.workspaceName })}</p>}
          </div>
          {held && <HeldNote held={held} onInside={inside} />}
          {step === 'second' && <SecondStep onInside={() => void inside()} onBack={() => setStep('first')} />}
          {step === 'first' && !held && (
            <form onSubmit={onSubmit} className="flex flex-col gap-3">
              <Field
                label={t('email')}
                type="email"
                autoComplete="username"
                required
                value={address}
                onChange={(event) => setAddress(event.target.value)}
                onBlur={() => offers.ask(address)}
              />
              <Field
                label={t('password')}
                type="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
              {failed && (
                <p role="alert" className="text-danger-text">
                  {wordsOf(failed, t)}
                </p>
              )}
              <Button type="submit" look="primary" size="lg" className="justify-center" disabled={enter.isPending}>
                {t('signIn')}
              </Button>
              <AppLink
                href="/reset"
                current={false}
                label={t('forgot')}
                className="self-start text-sm font-semibold text-brand-text"
              >
                {t('forgot')}
              </AppLink>
              <OtherWays ways={offers.with(door.data?.singleSignOn ?? [])} onInside={() => void inside()} />
            </form>
          )}
          {roles.length > 0 && (
            <section aria-labelledby="demo">
              <h2 id="demo" className="text-md">
                {t('demoTitle')}
              </h2>
              <p className="mb-2 text-sm text-text-3">{t('demoLead')}</p>
              <ul className="flex flex-col gap-1.5">
                {roles.map((role) => (
                  <li key={role.role}>
                    <button
                      type="button"
                      disabled={enterDemo.isPending}
                      onClick={() => enterAs(role.role)}
                      className="flex w-full items-center gap-3 rounded-lg border border-line-2 px-3 py-2 text-start hover:bg-hover"
                    >
                      <Avatar name={role.name} sizePx={32} />
                      <span className="min-w-0 flex-1">
                        <b className="block truncate font-semibold">{role.name}</b>
                        <span className="block truncate text-sm text-text-3">{role.title}</span>
                      </span>
                      <ArrowRight className="turns text-text-3" />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </main>
    </div>
  );
}

function wordsOf(refusal: Refusal, t: Say<keyof typeof sessionWords.en>): string {
  if (refusal.isUnreachable) return t('unreachable');
  if (refusal.problem.status === 401) return t('wrong');
  return [refusal.problem.title, refusal.problem.help].filter(Boolean).join('. ');
}

function Brand(): ReactElement {
  const t = useWords(sessionWords);
  return (
    <aside
      className="relative flex flex-col overflow-hidden bg-rail px-[34px] py-8 text-white max-wide:hidden"
      aria-label="Rapport"
    >
      <RailCircles />
      <span className="flex items-center gap-3 text-xl font-bold tracking-[-0.02em]">
        <Logo sizePx={36} />
        Rapport
      </span>
      <span className="flex-1" />
      <p className="relative text-sm leading-[19px] text-[#B7D2C9]">
        <b className="block text-white">{t('promise')}</b>
        {t('promiseText')}
      </p>
    </aside>
  );
}

/** The two circles of the mark, large and quiet, at the foot of a dark column. */
export function RailCircles(): ReactElement {
  return (
    <svg
      className="absolute -start-[90px] -bottom-[120px]"
      width="400"
      height="300"
      viewBox="0 0 400 300"
      aria-hidden="true"
    >
      <g fill="none" stroke="#1B5547" strokeWidth="2">
        <circle cx="150" cy="150" r="120" />
        <circle cx="262" cy="150" r="120" />
      </g>
    </svg>
  );
}
