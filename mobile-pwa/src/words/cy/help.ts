import type en from '../en/help.ts'

/** A day's name after “ar”, “o”, “i” and “tan”: dydd becomes ddydd. */
const soft = (day: string) => day.replace(/^d(?=ydd )/, 'dd')

const help: typeof en = {
  lines: {
    999: {
      title: 'Mewn perygl nawr? Ffoniwch 999',
      detail: 'Neu ewch i’r Adran Achosion Brys (A&E). Ddydd a nos.',
      routes: ['999 drwy text relay, 18000', '999 mewn iaith arwyddion'],
    },
    111: {
      title: 'GIG 111, yna opsiwn 2',
      detail: 'Help iechyd meddwl, ddydd a nos',
      routes: ['111 drwy text relay, 18001 111', '111 mewn iaith arwyddion'],
    },
    samaritans: {
      title: 'Y Samariaid 116 123',
      detail: 'I siarad am unrhyw beth. Am ddim, ddydd a nos.',
      routes: ['Y Samariaid drwy text relay, 18001 116 123'],
    },
    shout: { title: 'Tecstiwch SHOUT i 85258', detail: 'I ysgrifennu gyda rhywun. Am ddim, ddydd a nos.' },
    childline: { title: 'Childline 0800 1111', detail: 'I unrhyw un o dan 19. Am ddim, ddydd a nos.' },
    papyrus: { title: 'Papyrus 0800 068 4141', detail: 'O dan 35 ac yn meddwl am hunanladdiad. Am ddim.' },
    'domestic-abuse': {
      title: 'Cam-drin domestig 0808 2000 247',
      detail: 'Os oes rhywun gartref yn eich brifo neu’n codi ofn arnoch. Am ddim, ddydd a nos.',
    },
    frank: { title: 'FRANK 0300 123 6600', detail: 'Am gyffuriau, i chi neu rywun rydych yn ei adnabod' },
  },
  page: '/help-cy.html',
  hours: {
    fromTo: (open, close) => `${open} i ${close}`,
    and: ' a ',
    on: (open, days) => `${open}, ${days}`,
    days: (first, last) => `${first} i ${soft(last)}`,
  },
}

export default help
