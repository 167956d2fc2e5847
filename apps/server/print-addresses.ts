import { demoSiteKey, tryHref } from '#domains/channel-chat/contract';
import { demoRoles } from '#domains/identity';
import type { Config } from '#platform/config';
import type { Steps } from '#platform/start';
import type { Program } from './compose.ts';

/** Says where everything is, and for a demo one click per role. */
export async function printAddresses(program: Program, config: Config, steps: Steps): Promise<void> {
  const { publicUrl } = config;
  const started = Number(process.env['RAPPORT_STARTED_AT'] ?? 0);
  steps.line();
  steps.line(`  Console        ${publicUrl}`);
  steps.line(`  Help pages     ${publicUrl}/help`);
  steps.line(`  Careers        ${publicUrl}/careers`);
  steps.line(`  API            ${publicUrl}/api`);
  const demo = await demoRoles(program.tools);
  if (demo) {
    steps.line(`  Chat           ${publicUrl}${tryHref(demoSiteKey)}`);
    steps.line('\n  Sign in to the demo with one click:');
    for (const { role, title, name } of demo.roles)
      steps.line(`  ${`${title} (${name})`.padEnd(58)} ${publicUrl}/sign-in?as=${role}`);
  }
  if (started > 0)
    steps.line(`\n  Ready after ${((Date.now() - started) / 1000).toFixed(1)} s. Ctrl-C stops everything.\n`);
}
