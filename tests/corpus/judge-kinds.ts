import { type Classified, classify } from '#science/mail';
import { bytesOf, filesOf, mailOf, measure, type Measure } from './sets.ts';

/** Bounces, complaints and automatic answers are known for what they are, and no letter is taken for one. */
export async function judgeKinds(): Promise<Measure[]> {
  const reports = filesOf('payloads/email/**/*.eml').filter((file) => !file.includes('/talon/'));
  const ofKind = (kind: Classified['kind']) => reports.filter((file) => kindByName(file) === kind);
  const kindIs = (what: string, kind: Classified['kind']) =>
    measure('payloads', what, ofKind(kind), async (file) => [kind, (await classified(file)).kind]);
  const bounces = ofKind('bounce');
  return [
    await kindIs('bounce', 'bounce'),
    await kindIs('complaint', 'complaint'),
    await kindIs('automatic answer', 'auto-reply'),
    await measure('payloads', 'bounce says whom it did not reach', bounces, async (file) => [
      'said',
      (await classified(file)).bounce?.recipient ? 'said' : 'not said',
    ]),
    await measure('payloads', 'bounce says why (status)', bounces, async (file) => [
      'said',
      (await classified(file)).bounce?.status ? 'said' : 'not said',
    ]),
    await measure('payloads', 'bounce names the mail it is about', bounces, async (file) => [
      'said',
      (await classified(file)).bounce?.originalMessageId ? 'said' : 'not said',
    ]),
    await measure('all other mails', 'no false alarm', letters(), async (file) => {
      if (isReport(file)) return null;
      const { kind } = await classified(file);
      return ['no bounce', kind === 'bounce' || kind === 'complaint' ? kind : 'no bounce'];
    }),
  ];
}

function letters(): string[] {
  return filesOf('mail/zammad/*.box', 'mail/mikel_mail/**/*.eml', 'mail/talon/**/*.eml');
}

async function classified(file: string): Promise<Classified> {
  return classify(await mailOf(file));
}

function kindByName(path: string): Classified['kind'] {
  const file = path.split('/').at(-1) ?? '';
  if (file.startsWith('arf')) return 'complaint';
  return file.startsWith('rfc3834') || file === 'vacation.eml' ? 'auto-reply' : 'bounce';
}

/** Some of the other sets hold real reports. */
function isReport(file: string): boolean {
  return /mailer-daemon|postmaster|delivery-status|undeliver|bounce/i.test(
    Buffer.from(bytesOf(file)).toString('latin1'),
  );
}
