import { domainOrder } from '../rooms.ts';
import { foreignKeysOf, tableOwners } from '../tables.ts';
import type { Breach, Rule } from '../tree.ts';

/** The history stays whatever happens to its subjects, so nothing may hang on it. */
const history = ['events'];

export const foreignKeysPointDown: Rule = {
  name: 'foreign-keys-point-down',
  promise: 'a foreign key points to its own domain, to a domain before it or to the platform; never to events',
  check(tree) {
    const order = domainOrder(tree);
    const owners = tableOwners(tree);
    const breaches: Breach[] = [];
    for (const { file, line, floor, room, from, to } of foreignKeysOf(tree)) {
      const owner = owners.get(to);
      const say = (says: string): number => breaches.push({ file, line, says: `a foreign key of ${from} ${says}` });
      if (!owner)
        say(`points to ${to}, which no migration creates: create it in an earlier migration, or mend the name`);
      else if (history.includes(to))
        say(`points to ${to}: keep the id without a foreign key, history outlives everything`);
      else if (floor === 'platform' && owner.floor === 'domains') {
        say(`points up to ${to} of ${owner.room}: the platform knows no domain; keep an id, or move the table up`);
      } else if (floor === 'domains' && owner.floor === 'domains' && order.indexOf(owner.room) > order.indexOf(room)) {
        say(
          `points up to ${to} of ${owner.room}, which stands after ${room}: turn it round, or let ${owner.room} keep the link`,
        );
      }
    }
    return breaches;
  },
};
