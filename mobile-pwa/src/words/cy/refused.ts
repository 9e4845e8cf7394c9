import type en from '../en/refused.ts'

const refused: typeof en = {
  what: {
    questions: 'Nid oedd modd anfon eich atebion',
    choices: "Nid oedd modd cadw un o'ch dewisiadau",
    reminder: 'Nid oedd modd cadw nodyn atgoffa',
    sleep: "Nid oedd modd cadw newid i'ch cwsg",
    problem: 'Nid oedd modd cadw newid i broblem',
    mood: "Nid oedd modd cadw newid i'ch hwyliau",
    moment: 'Nid oedd modd cadw newid i adeg bwysig',
    diary: "Nid oedd modd cadw newid i'ch dyddiadur",
    coping: "Nid oedd modd cadw newid i'ch syniadau ymdopi",
    safetyPlan: "Nid oedd modd cadw newid i'ch cynllun diogelwch",
    aboutMe: 'Nid oedd modd cadw newid i Amdana i',
    tip: "Nid oedd modd cadw newid i'ch awgrymiadau",
  },
  why: {
    questions:
      "Tynnodd eich tîm nhw yn ôl, neu fe'u hanfonoch o ddyfais arall. Efallai nad yw eich tîm wedi gweld yr atebion hyn. Os oes angen help arnoch nawr, tapiwch Cael help nawr.",
    full: 'Does dim lle i ragor. Dilëwch un, yna ychwanegwch hwn eto.',
    other: 'Efallai iddo newid ar ddyfais arall yn gyntaf.',
  },
}

export default refused
