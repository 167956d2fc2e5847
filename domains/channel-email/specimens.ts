import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { writeLedger } from './ledger.ts';

const raw = 'From: someone@specimen.example\r\nTo: desk@specimen.example\r\nSubject: Parked\r\n\r\nHello.\r\n';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    MailTest: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await ctx.db
          .insertInto('mail_tests')
          .values({ workspace_id: ctx.workspaceId, id, line_id: await place.of('Line'), begun_at: ctx.now })
          .execute();
        return id;
      },
    },
    MailRule: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const value = `rule-${id}@specimen.example`;
        await ctx.db
          .insertInto('mail_rules')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            line_id: await place.of('Line'),
            of: 'sender',
            value,
            act: 'never',
            made_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
    Mail: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const { sha256, sizeBytes } = await place.files.put(ctx.workspaceId, Buffer.from(raw));
        await writeLedger(ctx, {
          id,
          lineId: await place.of('Line'),
          door: { door: 'import', key: id },
          arrivedAt: ctx.now,
          sha256,
          sizeBytes,
          messageId: null,
          from: 'someone@specimen.example',
          subject: 'Parked',
          fate: 'parked',
          why: 'A specimen.',
          signs: [],
          people: [],
          places: [await place.of('Conversation')],
        });
        return id;
      },
    },
  },
};
