-- Let in to a confidential conversation as a team: whoever leaves the team is let in no more.

create table conversation_team_grants (
  workspace_id uuid not null,
  conversation_id uuid not null,
  team_id uuid not null,
  given_at timestamptz not null,
  given_by uuid,
  primary key (workspace_id, conversation_id, team_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, team_id) references teams
);
