import type { AskDns } from './ask-dns.ts';
import type { FoundServers } from './contract.ts';
import { lookUp, mailHosts } from './dns/look-up.ts';

/** Where mail is read or sent. */
type Server = NonNullable<FoundServers['imap']>;

const tls = (host: string, port: number): Server => ({ host, port, secure: true });
/** Begins in the clear and turns to TLS before a password is said. */
const startTls = (host: string): Server => ({ host, port: 587, secure: false });

/** Of hosts that serve the domains of many: what the mail exchangers of such a domain end in, and their servers as they document them. */
const hosts: readonly (readonly [ends: string, imap: Server, smtp: Server])[] = [
  ['google.com', tls('imap.gmail.com', 993), tls('smtp.gmail.com', 465)],
  ['googlemail.com', tls('imap.gmail.com', 993), tls('smtp.gmail.com', 465)],
  ['outlook.com', tls('outlook.office365.com', 993), startTls('smtp.office365.com')],
  ['icloud.com', tls('imap.mail.me.com', 993), startTls('smtp.mail.me.com')],
  ['yahoodns.net', tls('imap.mail.yahoo.com', 993), tls('smtp.mail.yahoo.com', 465)],
  ['messagingengine.com', tls('imap.fastmail.com', 993), tls('smtp.fastmail.com', 465)],
  ['migadu.com', tls('imap.migadu.com', 993), tls('smtp.migadu.com', 465)],
  ['mailbox.org', tls('imap.mailbox.org', 993), tls('smtp.mailbox.org', 465)],
  ['zoho.com', tls('imappro.zoho.com', 993), tls('smtppro.zoho.com', 465)],
  ['zoho.eu', tls('imappro.zoho.eu', 993), tls('smtppro.zoho.eu', 465)],
  ['gandi.net', tls('mail.gandi.net', 993), tls('mail.gandi.net', 465)],
];

interface Service {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
}

/**
 * Where the mailbox of an address is likely to be: by what its domain says of itself (RFC 6186 and 8314), else by who takes
 * its mail, else by the names that most hosts use. Asks name servers alone; only a sign-in proves it. Throws where the name
 * servers do not answer.
 */
export async function findServers(dns: AskDns, address: string): Promise<FoundServers> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const [said, known] = await Promise.all([saidOf(dns, domain), knownOf(dns, domain)]);
  if (said.imap) return { by: 'said', imap: said.imap, smtp: said.smtp ?? known.smtp };
  if (known.imap) return { by: 'host', imap: known.imap, smtp: said.smtp ?? known.smtp };
  const { imap, smtp } = await namedOf(dns, domain);
  return { by: imap === null ? 'nothing' : 'name', imap, smtp: said.smtp ?? smtp };
}

type Found = Pick<FoundServers, 'imap' | 'smtp'>;

async function saidOf(dns: AskDns, domain: string): Promise<Found> {
  const [imaps, imap, submissions, submission] = await Promise.all(
    ['_imaps', '_imap', '_submissions', '_submission'].map((service) => serviceOf(dns, `${service}._tcp.${domain}`)),
  );
  return {
    imap: serverOf(imaps, true) ?? serverOf(imap, false),
    smtp: serverOf(submissions, true) ?? serverOf(submission, false),
  };
}

async function serviceOf(dns: AskDns, name: string): Promise<Service | undefined> {
  const found = await lookUp<Service>(dns, name, 'SRV');
  return found.toSorted((a, b) => a.priority - b.priority)[0];
}

/** A single dot says that there is no such service. */
function serverOf(service: Service | undefined, secure: boolean): Server | null {
  const host = service?.name.replace(/\.$/, '').toLowerCase() ?? '';
  return service && host !== '' ? { host, port: service.port, secure } : null;
}

async function knownOf(dns: AskDns, domain: string): Promise<Found> {
  const [first] = await mailHosts(dns, domain);
  const host = hosts.find(([ends]) => first?.name === ends || first?.name.endsWith(`.${ends}`));
  return { imap: host?.[1] ?? null, smtp: host?.[2] ?? null };
}

async function namedOf(dns: AskDns, domain: string): Promise<Found> {
  const [imap, smtp, mail] = await Promise.all(
    ['imap', 'smtp', 'mail'].map(async (name) => {
      const isThere = (await lookUp<string>(dns, `${name}.${domain}`, 'A')).length > 0;
      return isThere ? `${name}.${domain}` : null;
    }),
  );
  const readAt = imap ?? mail ?? null;
  const sentBy = smtp ?? mail ?? null;
  return { imap: readAt ? tls(readAt, 993) : null, smtp: readAt && sentBy ? tls(sentBy, 465) : null };
}
