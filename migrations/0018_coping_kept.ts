// Why: an idea that somebody keeps to themself stays theirs when coping ideas are shared again, widely or by an undone stop.
// Locks: coping_strategy for a moment; a default needs no rewrite. Recover: drop the column; such ideas are then private until shared anew.
export const sql = `
alter table coping_strategy add column is_kept boolean not null default false;
`
