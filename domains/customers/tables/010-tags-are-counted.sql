-- A rare tag leads to its customers, a common one walks the newest: for the planner to know which is which, it counts more of
-- them than it does by itself (200,000 customers, a tag of five: 45 ms when it guessed).
alter table customers alter column tags set statistics 1000;
