-- How many of a batch were so already: what it says of itself counts them apart from what it changed.

alter table batches add column same integer not null default 0;
