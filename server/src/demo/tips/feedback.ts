import { sendFeedback } from '@weft/contract/tips/feedback.ts'
import type { App } from '../../app.ts'
import type { Calendar } from '../calendar.ts'
import { demoId } from '../random.ts'

const said = [
  { day: 21, subject: 'thanks', hat: 'carer', text: 'I can ask my own questions here without going behind his back.' },
  { day: 25, subject: 'idea', hat: 'patient', text: 'Let me see my sleep beside my mood on one page.' },
  {
    day: 26,
    subject: 'words',
    hat: 'patient',
    screen: '/plan/safety',
    text: 'I did not know what a crisis line was.',
  },
] as const

/** What people say of Weft itself, as nobody in particular. */
export const feedbackBeats = (app: App, calendar: Calendar): { at: Date; run(): Promise<unknown> }[] =>
  said.map(({ day, ...words }, place) => ({
    at: calendar.at(day, '12:20'),
    run: () =>
      app.runner.run(
        sendFeedback,
        { kind: 'nobody', requestId: 'demo' },
        { feedbackId: demoId(`feedback ${place}`), language: 'en', ...words },
      ),
  }))
