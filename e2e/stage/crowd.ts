/**
 * Many people of one service, current ones with a conversation each, for looking at a full caseload. Rows are made in one statement, as the
 * features would have left them; nobody of them has an account. `$1` is the service by its name, `$2` how many.
 */
export const crowdSql = `
  with home as (
    select s.id as service_id, c.id as contract_id, c.controller_id, c.basis_art6, c.retention_default
    from service s join contract c on c.service_id = s.id and c.state = 'active' where s.name = $1 limit 1
  ), born as (
    insert into person (id, given_name, family_name, known_as, identity_level)
    select gen_random_uuid(), (array['Ada','Bela','Cai','Dina','Eryl','Fay','Gwen','Hal'])[1 + n % 8], 'Crowd ' || n, 'Crowd ' || n, 'L0'
    from generate_series(1, $2::int) n
    returning id, family_name
  ), enrolled as (
    insert into enrolment (id, person_id, service_id, contract_id, state, started_on, controller_id, legal_basis, retention_class)
    select gen_random_uuid(), b.id, h.service_id, h.contract_id, 'active', '2026-04-01', h.controller_id, h.basis_art6, h.retention_default
    from born b, home h
    returning id, person_id, service_id, controller_id, legal_basis, retention_class
  )
  insert into conversation (id, person_id, kind, service_id, enrolment_id, last_at, controller_id, legal_basis, retention_class)
  select gen_random_uuid(), person_id, 'person_team', service_id, id, '2026-04-02 09:00+00', controller_id, legal_basis, retention_class
  from enrolled`
