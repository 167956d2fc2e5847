/** The columns that the loader fills in each table; all others get their defaults. */
export const columnsOf = {
  customers: names('workspace_id id brand_id name first_seen_at created_at'),
  identities: names('workspace_id id brand_id customer_id kind value value_normalised first_seen_at'),
  conversations: names(`
    workspace_id id number brand_id customer_id subject status_id status_category assignee_id team_id
    queue_id priority confidential_at opened_at solved_at closed_at closed_by snoozed_until
    waiting_since due_at due_kind customer_name last_entry_id last_entry_at last_entry_kind last_channel
    last_preview last_in_at last_out_at entry_count contact_count version last_entry_version changed_at`),
  conversation_grants: names('workspace_id conversation_id teammate_id given_at'),
  conversation_reads: names('workspace_id teammate_id conversation_id seen_version seen_at'),
  conversation_tags: names('workspace_id conversation_id tag_id tagged_at'),
  participants: names('workspace_id id conversation_id customer_id identity_id address name role since'),
  threads: names('workspace_id id conversation_id line_id opened_at'),
  contacts: names('workspace_id id conversation_id brand_id customer_id channel line_id direction started_at'),
  entries: names(`
    workspace_id id conversation_id thread_id contact_id kind visibility channel author_kind author_id
    occurred_at recorded_at at_version body_hash`),
  entry_bodies: names(
    'workspace_id entry_id subject text visible_length html language from_name from_address recipients',
  ),
  entry_sources: names('workspace_id entry_id sha256 size_bytes'),
  threading_evidence: names('workspace_id entry_id rule score ids_seen decided_at'),
  message_files: names('workspace_id id entry_id entry_kind sha256 name media_type size_bytes'),
  files: names('workspace_id sha256 size_bytes ref_count stored_at'),
  deliveries: names(`
    workspace_id id conversation_id entry_id line_id channel recipient_kind recipient deliver_at
    claimed_at claimed_by attempts sent_at provider_id`),
  mail_ids: names('workspace_id id_hash conversation_id line_id entry_id origin message_id seen_at'),
  mail_ledger: names(`
    workspace_id month id line_id door door_key arrived_at recorded_at sha256 size_bytes message_id
    from_address subject fate why evidence customer_id conversation_id entry_id settled_at`),
  mail_claims: names('workspace_id line_id door_key ledger_id claimed_at'),
  clocks: names(`
    workspace_id id conversation_id kind policy_id calendar_id brand_id team_id target_seconds
    started_by started_at warn_at due_at met_at met_by met_by_teammate taken_seconds`),
  events: names(`
    workspace_id month id name version subject_id change_set_id actor_kind actor_id via occurred_at
    recorded_at body`),
  search_parts: names(`
    workspace_id conversation_id part is_note last_message_at scope_brand_id scope_team_id scope_assignee_id
    head words`),
  search_words: names('workspace_id word'),
  search_progress: names('workspace_id version done_at'),
} as const;

export type Table = keyof typeof columnsOf;

function names(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
