import * as z from 'zod';
import { configPart } from '#platform/domain';
import { holds, servesBrand } from '#platform/policy';
import { MailRule } from './contract.ts';
import { openMailLines } from './mail-line.ts';
import { rulesOf, setRule } from './rules.ts';

/** Rules by the address of their line: whose mail is let through, and whose never becomes a conversation. */
export const mailRulesPart = configPart({
  name: 'mailRules',
  says: 'Whose mail is let through at a line, or never becomes a conversation.',
  permission: 'lines.configure',
  tables: ['mail_rules'],
  item: z.strictObject({
    lineId: z.string(),
    of: MailRule.shape.of,
    value: z.string().trim().toLowerCase().min(1).max(320),
    act: MailRule.shape.act,
  }),
  keyOf: ({ lineId, of, value }) => `${lineId} ${of} ${value}`,
  async read(ctx) {
    if (!holds(ctx.actor, 'lines.configure')) return [];
    const rules = [];
    const served = (await openMailLines(ctx)).filter(({ brandId }) => servesBrand(ctx.actor, brandId));
    for (const line of served)
      for (const { of, value, act } of await rulesOf(ctx, line.id)) rules.push({ lineId: line.id, of, value, act });
    return rules;
  },
  write: (ctx, { lineId, ...rule }) => setRule(ctx, lineId, rule),
});
