import type { Asker, Tools } from '#platform/domain';
import { type AskDns, freshDns } from './ask-dns.ts';
import type { DnsRecord, MailLineSettings } from './contract.ts';
import { checkRecords } from './dns/check-records.ts';
import type { MailLine } from './mail-line.ts';
import { lastWay } from './mail-tests.ts';
import { configurableLine } from './try-line.ts';

/** By which keys the large hosts sign for a domain of their customers. */
const usualSelectors = { google: ['google'], microsoft: ['selector1', 'selector2'], other: [] } as const;

/** What the domain of a line should say in the DNS, and what it says now, for whoever may set it up. */
export async function checkDnsOf(tools: Tools, asker: Asker, lineId: string) {
  const line = await configurableLine(tools, asker, lineId);
  return dnsView(tools, line, await askDnsOf(tools, asker.workspaceId, line));
}

/** The records as a screen shows them. */
export function dnsView(
  tools: Tools,
  line: MailLine,
  rows: readonly DnsRecord[],
): { domain: string; checkedAt: string; rows: DnsRecord[] } {
  return { domain: domainOf(line), checkedAt: tools.now().toISOString(), rows: [...rows] };
}

/** Asks the name servers anew, bounded in time. */
export async function askDnsOf(
  tools: Tools,
  workspaceId: string,
  line: MailLine,
  dns: AskDns = freshDns(tools.config.dnsServers),
): Promise<readonly DnsRecord[]> {
  const way = await tools.read({ workspaceId }, (ctx) => lastWay(ctx, line.id));
  const domain = domainOf(line);
  const signed = way?.selector && way.signed_for === domain ? [way.selector] : [];
  return checkRecords(
    {
      domain,
      address: line.address,
      door: line.settings.door,
      ownHost: new URL(tools.config.publicUrl).hostname,
      hasMailbox: line.settings.imap !== undefined,
      outgoingHost: outgoingHost(tools, line),
      selectors: [...new Set([...signed, ...selectorsOf(line.settings)])],
      seenReturnPath: way?.return_path ?? null,
    },
    dns,
  );
}

function domainOf(line: MailLine): string {
  return line.address.split('@')[1]?.toLowerCase() ?? '';
}

function outgoingHost(tools: Tools, line: MailLine): string | null {
  return line.settings.smtp?.host ?? tools.config.smtp?.host ?? null;
}

/** The one that is named, else those of the host where the line signs in. */
function selectorsOf({ dkimSelector, oauth }: MailLineSettings): readonly string[] {
  return dkimSelector === '' ? usualSelectors[oauth?.provider ?? 'other'] : [dkimSelector];
}
