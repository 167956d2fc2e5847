-- A device is told as long as the session it was added in holds: whoever is signed out elsewhere hears nothing more on it.
-- Null on those from before: they are told nothing until their browser adds itself again.

alter table push_devices add column session_id text check (length(session_id) <= 200);
