import { count } from '../counting.ts'

export default {
  title: 'Caseload',
  filter: 'Filter by name',
  mine: 'My people',
  waiting: 'Unread',
  shown: (n: number, of: number) =>
    n === of ? count(n, 'person', 'people') : `${n.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} people`,
  columns: { person: 'Person', unread: 'Unread', last: 'Last activity', lead: 'Lead', enrolment: 'Enrolment' },
  carerOf: (name: string, relationship: string) => `${name}, ${relationship}`,
  ended: (date: string) => `Ended ${date}`,
  endedNoDate: 'Ended',
  former: 'Former people',
  empty: 'No one on your caseload yet. Ask your coordinator.',
  noMatch: 'No one matches.',
  clear: 'Clear filters',
  none: 'None',
  loadingRest: 'Loading the rest…',
  sort: { name: 'By name', recent: 'By last activity' },
}
