import type en from '../en/feedback.ts'

/** Saying what one thinks of Weft. */
const cy: typeof en = {
  title: 'Beth yw eich barn am Weft?',
  intro: 'Beth sy’n gweithio, beth sydd ddim, beth sydd ar goll. Golygydd sy’n ei ddarllen. Nid eich tîm gofal.',
  careTitle: 'Dim byd am eich iechyd, os gwelwch yn dda',
  care: 'A dim byd sy’n frys. Ni all neb sy’n darllen hwn eich helpu gyda hynny.',
  subject: 'Am beth mae hyn?',
  subjects: {
    problem: 'Nid yw rhywbeth yn gweithio',
    idea: 'Syniad',
    words: 'Geiriau sy’n anodd eu deall',
    access: 'Mae rhywbeth yn anodd i mi ei weld, ei glywed neu ei ddefnyddio',
    thanks: 'Rhywbeth rwy’n ei hoffi',
    other: 'Rhywbeth arall',
  },
  text: 'Beth hoffech chi ei ddweud wrthym?',
  textHint: 'Peidiwch â rhoi enwau, hyd yn oed eich un chi.',
  email: 'Eich e-bost',
  emailHint: 'Dim ond i gael ateb, o fewn 3 diwrnod gwaith. Gall pwy bynnag sy’n darllen eich e-bost ei ddarllen.',
  sentWith: 'Mae’n mynd heb eich enw. Rydym yn cadw’r diwrnod, a pha dudalen y daethoch ohoni.',
  sentWithCarer: 'Mae’n mynd heb eich enw. Rydym yn cadw’r diwrnod, y dudalen, a’ch bod yn ofalwr.',
  send: 'Anfon at y golygyddion',
  sending: 'Yn anfon…',
  errors: {
    subject: 'Dewiswch am beth mae hyn',
    text: 'Ysgrifennwch beth hoffech chi ei ddweud',
    long: 'Ysgrifennwch 2,000 o nodau neu lai',
    email: 'Ysgrifennwch e-bost fel enw@example.com, neu gadewch ef yn wag',
    offline: 'Mae angen y rhyngrwyd i anfon hwn. Mae eich geiriau yma o hyd.',
  },
  thanks: 'Diolch. Mae wedi ein cyrraedd.',
  thanksAnswer: 'Byddwn yn ateb eich e-bost o fewn 3 diwrnod gwaith. Yna byddwn yn dileu’r cyfeiriad.',
  thanksGone: 'Nid yw’r hyn a ysgrifennoch ar y ffôn hwn.',
  back: 'Yn ôl i Heddiw',
}

export default cy
