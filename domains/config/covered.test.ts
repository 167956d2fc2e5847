import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useWorld } from '../../tests/support/world.ts';

const world = useWorld();

/** Tables that no file of set-up holds, each with why. A new table is written here, or its domain brings a part. */
const notInAFile: Readonly<Record<string, string>> = {
  'who works here, invited and placed one by one':
    'teammates teammate_roles team_members brand_teammates teammate_skills certificates skills api_keys sso_identities',
  'somebody’s own choices, drafts and figures':
    'notice_choices notice_mail_tests push_devices mail_signatures mail_public_names drafts shown_senders career_paths practice_proofs uploads',
  'customers and what is known of them, which imports bring':
    'customers companies identities memberships consents customer_notes customer_merges customer_follows customer_sums ' +
    'duplicate_checks duplicate_suggestions field_index products orders order_lines order_totals payments shipments ' +
    'erased_orders imports import_rows external_refs',
  'matters and what was said in them':
    'conversations threads entries entry_bodies entry_sources contacts participants deliveries promises tasks clocks calls ' +
    'call_offers chat_turns chat_visitors chat_said conversation_grants conversation_team_grants conversation_links conversation_moves ' +
    'conversation_reads conversation_shares conversation_tags moved_items files message_files note_files threading_evidence ' +
    'verifications macro_runs batches batch_items fan_outs fan_out_items scheduled_replies improvements improvement_supports ' +
    'presence_intervals handling_intervals notices',
  'what mail and its hosts did':
    'mailboxes mail_brakes mail_claims mail_consents mail_ids mail_ledger mail_line_records mail_paces mail_places mail_tests past_mail ' +
    'mail_sign_ins',
  'the history, and what is kept to prove it':
    'audit_log audit_heads audit_checks events event_values erasures keeping_runs legal_holds',
  'counted and looked up again from the rest':
    'list_counts list_count_deltas search_parts search_progress search_words',
  'openings and who applies: work, not set-up; feeds have a part':
    'openings outside_openings applications application_notes application_letters',
  'the careers catalogue, which has its own files and versions':
    'career_pay career_texts career_titles career_versions',
  'scorecards come with the release that publishes them': 'scorecards scorecard_versions scorecard_results',
  'the workspace itself: its name is given when it is opened': 'workspaces',
  'a mark of what is kept of the rest': 'configuration_marks',
  'the sample shop, which is nobody’s set-up': 'samples',
};

test('every table is held by a part of the file of set-up, or it is written down why not', async () => {
  const workspace = await world().newWorkspace();
  const { rows } = await workspace.read(null, (ctx) =>
    sql<{ name: string }>`
    select distinct coalesce(parent.relname, t.relname) as name from pg_class t
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    left join pg_inherits i on i.inhrelid = t.oid left join pg_class parent on parent.oid = i.inhparent
    where t.relkind in ('r', 'p') and exists (
      select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'workspace_id')`.execute(ctx.db),
  );
  const tables = rows.map(({ name }) => name);
  const held = [...world().house.configParts.values()].flatMap((part) => [...part.tables]);
  const excused = Object.values(notInAFile).flatMap((names) => names.split(' '));
  expect(tables.filter((name) => !held.includes(name) && !excused.includes(name))).toEqual([]);
  expect([...held, ...excused].filter((name) => !tables.includes(name))).toEqual([]);
  expect(held.filter((name) => excused.includes(name))).toEqual([]);
});
