// Why: sharing a kind opens nothing that somebody keeps as Only me, and a stop that is undone opens exactly what was open before it (ADR 27).
// Locks: goal and coping_strategy for a moment each; a default needs no rewrite. Recover: drop the columns; an undone stop then opens nothing.
export const sql = `
alter table goal add column seen_until uuid[] not null default '{}';
alter table coping_strategy add column seen_until uuid[] not null default '{}';
`
