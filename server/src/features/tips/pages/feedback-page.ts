import { feedbackSubjects } from '@weft/contract/tips/feedback.ts'
import { feedbackWords } from './feedback-words.ts'
import { framed, inLanguage } from './frame.ts'
import { html } from './html.ts'
import { type PageLanguage, pageWords } from './words.ts'

export interface FeedbackFields {
  feedbackId: string
  subject: string
  text: string
  email: string
  screen?: string
}

export type Mistake = 'subject' | 'text' | 'tooLong' | 'strange' | 'email' | 'tooMany' | 'notSent'

/** Which field each is about. What is about none points at the button: pressing it again is what to do. */
const places: Record<Mistake, 'subject' | 'text' | 'email' | 'send'> = {
  subject: 'subject',
  text: 'text',
  tooLong: 'text',
  strange: 'text',
  email: 'email',
  tooMany: 'send',
  notSent: 'send',
}

/** The form, with what was typed still in it when something is to be put right. */
export function feedbackPage(
  language: PageLanguage,
  fields: FeedbackFields,
  mistakes: readonly Mistake[] = [],
): string {
  const words = feedbackWords[language]
  const wrong = (place: string) => {
    const mistake = mistakes.find((one) => places[one] === place)
    return mistake && html`<p class="ask__wrong" id="${place}-wrong">${words.wrong[mistake]}</p>`
  }
  const described = (place: string, hint?: string) => {
    const isWrong = mistakes.some((one) => places[one] === place)
    const by = [isWrong && `${place}-wrong`, hint].filter(Boolean).join(' ')
    return html`${by && html` aria-describedby="${by}"`}${isWrong && html` aria-invalid="true"`}`
  }
  const main = html`<h1>${words.title}</h1>
${
  mistakes.length > 0 &&
  html`<div class="ask__problem" role="alert" tabindex="-1" autofocus aria-labelledby="problem"><h2 id="problem">${words.problem}</h2>
<ul>${mistakes.map((mistake) => html`<li><a class="ask__mend" href="#${places[mistake]}">${words.wrong[mistake]}</a></li>`)}</ul></div>`
}
<p>${words.intro}</p>
<div class="ask__care"><p><strong>${words.care}</strong> ${words.careWhy}</p>
<p><a class="ask__help" href="/help">${words.help}</a></p></div>
<form class="ask" method="post" action="${inLanguage('/feedback', language)}" novalidate>
<input type="hidden" name="feedbackId" value="${fields.feedbackId}">
${fields.screen && html`<input type="hidden" name="screen" value="${fields.screen}">`}
<fieldset class="ask__field"${described('subject')}><legend>${words.subject}</legend>
${wrong('subject')}
${feedbackSubjects.map(
  (
    subject,
    at,
  ) => html`<label class="ask__choice"><input type="radio" name="subject" value="${subject}"${at === 0 && html` id="subject"`}${subject === fields.subject && html` checked`}> ${words.subjects[subject]}</label>
`,
)}</fieldset>
<div class="ask__field"><label for="text">${words.text}</label>
<p class="ask__hint" id="text-hint">${words.textHint}</p>${wrong('text')}
<textarea id="text" name="text" rows="7" dir="auto" autocomplete="off"${described('text', 'text-hint')}>
${fields.text}</textarea></div>
<div class="ask__field"><label for="email">${words.email}</label>
<p class="ask__hint" id="email-hint">${words.emailHint}</p>${wrong('email')}
<input id="email" name="email" type="email" inputmode="email" autocomplete="off" dir="ltr" value="${fields.email}"${described('email', 'email-hint')}></div>
<p>${words.sentWith}</p>
<p><button class="wf-button" data-kind="primary" id="send">${words.send}</button></p>
</form>`
  return page(language, mistakes.length > 0 ? `${words.problemPrefix} ${words.title}` : words.title, main)
}

export function thanksPage(language: PageLanguage): string {
  const words = feedbackWords[language]
  const main = html`<div class="tip__body wf-prose"><h1>${words.thanks}</h1>
<p role="status">${words.thanksAnswer}</p>
<p>${words.thanksGone}</p>
<p><a class="wf-button" data-kind="secondary" href="${inLanguage('/', language)}">${pageWords[language].home}</a></p></div>`
  return page(language, words.thanks, main)
}

const page = (language: PageLanguage, title: string, main: ReturnType<typeof html>) =>
  framed({
    language,
    title,
    otherHref: inLanguage('/feedback', language === 'en' ? 'cy' : 'en'),
    main,
    isUnlisted: true,
  })
