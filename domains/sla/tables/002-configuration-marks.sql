-- Read by every message that comes in, and kept while nobody changes it (platform/kept).
select renew_marks_with('sla_policies');
