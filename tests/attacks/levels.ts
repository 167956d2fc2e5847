/** How sensitive what a table holds is, the gravest first. What each level asks for stands in docs/guides/security.md. */
export const levels = ['secret', 'customers', 'colleagues', 'record', 'inner', 'public'] as const;
export type Level = (typeof levels)[number];

/** Every table by what is gravest in it. A new one is written down here, and is from then on guarded as its level says. */
const tables: Readonly<Record<Level, string>> = {
  secret:
    'auth.account auth.passkey auth.session auth.twoFactor auth.verification api_keys line_secrets mail_sign_ins mail_consents ' +
    'push_devices sso_connections chat_visitors',
  customers:
    'customers companies identities memberships consents customer_notes customer_merges customer_follows customer_sums ' +
    'duplicate_checks duplicate_suggestions field_index products orders order_lines order_totals payments shipments ' +
    'erased_orders imports import_rows external_refs legal_holds conversations threads entries entry_bodies entry_sources ' +
    'contacts participants deliveries promises tasks clocks calls call_offers chat_turns chat_said conversation_grants ' +
    'conversation_team_grants conversation_links conversation_moves conversation_reads conversation_shares ' +
    'conversation_tags moved_items files message_files note_files uploads drafts scheduled_replies threading_evidence ' +
    'verifications macro_runs batches batch_items fan_outs fan_out_items improvements improvement_supports shown_senders ' +
    'search_parts search_words mail_ledger mail_places mail_ids mail_brakes mail_rules mail_tests handling_intervals ' +
    'applications application_notes application_letters',
  colleagues:
    'auth.user auth.rateLimit teammates teammate_roles team_members teammate_skills brand_teammates sso_identities ' +
    'presence_intervals notices notice_choices notice_mail_tests mail_signatures mail_public_names certificates ' +
    'career_paths practice_proofs scorecard_results chat_limits',
  record: 'audit_log audit_heads audit_checks events event_values erasures keeping_runs',
  inner:
    'workspaces workspace_settings brands brand_hours calendars lines teams queues roles skills statuses reasons tags macros ' +
    'saved_views segments sla_policies field_definitions keeping_times opening_feeds scorecards scorecard_versions samples ' +
    'auth.ssoDomain mailboxes mail_claims mail_line_records mail_paces past_mail list_counts list_count_deltas ' +
    'search_progress configuration_marks',
  public: 'openings outside_openings career_pay career_texts career_titles career_versions',
};

/** The level of each table. */
export function levelOf(): ReadonlyMap<string, Level> {
  return new Map(levels.flatMap((level) => tables[level].split(' ').map((table) => [table, level] as const)));
}
