/**
 * Who reads the answers to a set (`a` is the assignment): whoever it was asked under, while they work in that service; after that whoever the
 * service names now. A staff id.
 */
export const readerOf = `case
    when exists (select from team_member t join staff st on st.id = t.staff_id where t.service_id = a.service_id
      and t.staff_id = a.responder_id and st.state = 'active' and t.from_at <= app_now() and (t.to_at is null or t.to_at > app_now()))
    then a.responder_id
    else (select m.responder_id from service_measure m where m.service_id = a.service_id and m.measure = a.measure)
  end`
