import { mailHosts, type RecordCheck } from './look-up.ts';

/** Where mail to the address arrives: our own door by name, or the host whose mailbox is read. */
export const checkMx: RecordCheck = async (ask, dns) => {
  const hosts = await mailHosts(dns, ask.domain);
  const found = hosts.map((one) => `${one.priority} ${one.name}`);
  const isOwn = hosts.some((one) => one.name === ask.ownHost);
  const needsOwn = ask.door && !ask.hasMailbox;
  const record = { id: 'mx', type: 'MX', name: ask.domain, set: needsOwn ? `10 ${ask.ownHost}` : null, found } as const;
  // a lone dot is the domain's own word that it takes no mail
  if (hosts.length === 0 || hosts[0]?.name === '')
    return {
      ...record,
      state: 'bad',
      says: `Nobody takes mail of ${ask.domain}: ${needsOwn ? 'set this record.' : 'your mail host names the record to set.'}`,
    };
  if (isOwn) return { ...record, state: 'good', says: 'Mail comes to our own door.' };
  if (ask.hasMailbox)
    return { ...record, state: 'good', says: `Mail arrives at ${hosts[0]?.name}; the mailbox is read from there.` };
  if (ask.door)
    return {
      ...record,
      state: 'warning',
      says: `Mail arrives at ${hosts[0]?.name}, not at our door: let that host pass it on, or set this record.`,
    };
  return {
    ...record,
    state: 'warning',
    says: `Mail arrives at ${hosts[0]?.name}, but this line has no mailbox there and no door here.`,
  };
};

/** Where mails of ours come back to: the line's own address, so that SPF speaks for the domain people see. */
export const checkReturnPath: RecordCheck = async (ask, dns) => {
  const hosts = await mailHosts(dns, ask.domain);
  const record = {
    id: 'return-path',
    type: 'MX',
    name: ask.domain,
    set: null,
    found: [ask.seenReturnPath ?? ask.domain],
  } as const;
  if (ask.seenReturnPath !== null && !isWithin(ask.seenReturnPath, ask.domain))
    return {
      ...record,
      state: 'warning',
      says: `Your outgoing host writes its own return path (${ask.seenReturnPath}): SPF then speaks for that host, so the DKIM signature must be that of ${ask.domain}.`,
    };
  if (hosts.length === 0)
    return {
      ...record,
      state: 'bad',
      says: `What comes back goes to ${ask.address}, where nothing can arrive without an MX record.`,
    };
  const seen = ask.seenReturnPath === null ? '' : ' A test showed it.';
  return {
    ...record,
    state: 'good',
    says: `What comes back goes to ${ask.address}, the domain that customers see.${seen}`,
  };
};

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`);
}
