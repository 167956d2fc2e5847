-- Where somebody asked for me: the notes that name a teammate, found by who is named.
create index entries_mentions on entries using gin ((facts -> 'mentions')) where kind = 'note' and facts ? 'mentions';
