import type { FeedbackSubject } from '@weft/contract/tips/feedback.ts'
import type { Mistake } from './feedback-page.ts'
import type { PageLanguage } from './words.ts'

const en = {
  title: 'Tell us what you think of Weft',
  intro: 'What works, what does not, what is missing. An editor reads it, and your care team does not.',
  care: 'Please write nothing about your health here, and nothing urgent.',
  careWhy: 'Nobody who reads this can help you with that.',
  help: 'Get help now',
  subject: 'What is it about?',
  subjects: {
    problem: 'Something does not work',
    idea: 'An idea',
    words: 'Words that are hard to understand',
    access: 'Something is hard for me to see, hear or use',
    thanks: 'Something I like',
    other: 'Something else',
  } satisfies Record<FeedbackSubject, string>,
  text: 'What do you want to tell us?',
  textHint: 'Up to 2,000 characters. Leave out names, yours too.',
  email: 'Your email (optional)',
  emailHint: 'Only if you want an answer: we write within 3 working days. Whoever reads your email can read it.',
  sentWith: 'We do not know who you are. We keep the day, and which page led you here.',
  send: 'Send to the editors',
  problem: 'There is a problem',
  problemPrefix: 'Error:',
  wrong: {
    subject: 'Choose what it is about',
    text: 'Write what you want to tell us',
    tooLong: 'Write 2,000 characters or fewer',
    strange: 'Take out signs that are not letters, and try again',
    email: 'Write an email like name@example.com, or leave it empty',
    tooMany: 'A lot came from this internet connection. Your words are still here. Wait a few minutes and send again.',
    notSent: 'That did not work. Your words are still here. Wait a moment and send again.',
  } satisfies Record<Mistake, string>,
  thanks: 'Thank you. We have it.',
  thanksAnswer: 'If you gave an email, we answer within 3 working days. Then we delete your email from it.',
  thanksGone: 'What you wrote is not on this phone. We delete it 90 days after we have dealt with it.',
}

export type FeedbackWords = typeof en

const cy: FeedbackWords = {
  title: 'Dywedwch beth rydych chi’n ei feddwl o Weft',
  intro: 'Beth sy’n gweithio, beth sydd ddim, beth sydd ar goll. Golygydd sy’n ei ddarllen, nid eich tîm gofal.',
  care: 'Peidiwch ag ysgrifennu dim am eich iechyd yma, na dim sy’n frys.',
  careWhy: 'Ni all neb sy’n darllen hwn eich helpu gyda hynny.',
  help: 'Cael help nawr',
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
  textHint: 'Hyd at 2,000 o nodau. Peidiwch â rhoi enwau, hyd yn oed eich un chi.',
  email: 'Eich e-bost (dewisol)',
  emailHint:
    'Dim ond os ydych chi eisiau ateb: byddwn yn ysgrifennu o fewn 3 diwrnod gwaith. Gall pwy bynnag sy’n darllen eich e-bost ei ddarllen.',
  sentWith: 'Ni wyddom pwy ydych chi. Rydym yn cadw’r diwrnod, a pha dudalen ddaeth â chi yma.',
  send: 'Anfon at y golygyddion',
  problem: 'Mae problem',
  problemPrefix: 'Gwall:',
  wrong: {
    subject: 'Dewiswch am beth mae hyn',
    text: 'Ysgrifennwch beth hoffech chi ei ddweud',
    tooLong: 'Ysgrifennwch 2,000 o nodau neu lai',
    strange: 'Tynnwch arwyddion nad ydynt yn llythrennau, a rhowch gynnig arall arni',
    email: 'Ysgrifennwch e-bost fel enw@example.com, neu gadewch ef yn wag',
    tooMany:
      'Daeth llawer o’r cysylltiad rhyngrwyd hwn. Mae eich geiriau yma o hyd. Arhoswch ychydig funudau ac anfonwch eto.',
    notSent: 'Ni weithiodd hynny. Mae eich geiriau yma o hyd. Arhoswch eiliad ac anfonwch eto.',
  },
  thanks: 'Diolch. Mae wedi ein cyrraedd.',
  thanksAnswer: 'Os rhoesoch e-bost, byddwn yn ateb o fewn 3 diwrnod gwaith. Yna byddwn yn dileu eich e-bost ohono.',
  thanksGone: 'Nid yw’r hyn a ysgrifennoch ar y ffôn hwn. Byddwn yn ei ddileu 90 diwrnod ar ôl i ni ddelio ag ef.',
}

export const feedbackWords: Record<PageLanguage, FeedbackWords> = { en, cy }
