import { readMarkdown } from '@weft/contract/tips/markdown.ts'
import type { Tip } from '@weft/contract/tips/shapes.ts'
import { framed, inLanguage, waysIn } from './frame.ts'
import { bodyHtml, html } from './html.ts'
import { langOf, metaOf } from './list-page.ts'
import { type PageLanguage, type PageWords, pageWords } from './words.ts'

/** The page speaks the tip's own language where it knows it. */
export const pageLanguageOf = (tip: Tip): PageLanguage => (tip.language === 'cy' ? 'cy' : 'en')

export function tipPage(tip: Tip, isThanked: boolean): string {
  const language = pageLanguageOf(tip)
  const words = pageWords[language]
  const lang = langOf(tip, language)
  const main = html`<article class="tip">
<h1${lang}>${tip.title}</h1>
<p class="tip__summary"${lang}>${tip.summary}</p>
<p class="card__meta">${metaOf(tip, words)}</p>
<div class="tip__body wf-prose"${lang}>${bodyHtml(readMarkdown(tip.body))}</div>
<footer class="tip__foot">
${
  tip.sources.length > 0 &&
  html`<h2>${words.sources}</h2><ul>${tip.sources.map(
    ({ title, url }) =>
      html`<li>${url ? html`<a class="tip__source" href="${url}" rel="noreferrer">${title}</a>` : title}</li>`,
  )}</ul>`
}
<p>${words.by(tip.authorLine)}</p>
<p>${tip.isReviewLate ? words.reviewLate : words.reviewed(dateIn(language, tip.reviewedOn))}</p>
</footer>
</article>
<div class="tip__acts" id="tip-acts" hidden data-save="${words.save}" data-saving="${words.saving}" data-saved="${words.saved}" data-unsave="${words.unsave}" data-failed="${words.notSaved}">
<button type="button" class="wf-button" data-kind="secondary" data-act="save">${words.save}</button>
<button type="button" class="wf-button" data-kind="quiet" data-act="print">${words.print}</button>
<p role="status"></p>
</div>
${helpful(tip, words, isThanked)}
<p><a class="page__more" href="${inLanguage('/tips', language)}">${words.moreTips}</a></p>
${waysIn(words)}`
  return framed({
    language,
    title: tip.title,
    otherHref: inLanguage('/tips', language === 'en' ? 'cy' : 'en'),
    main,
    isUnlisted: tip.isReviewLate,
  })
}

const helpful = ({ slug }: Tip, words: PageWords, isThanked: boolean) =>
  isThanked
    ? html`<p class="helpful" id="helpful" role="status">${words.thanks}</p>`
    : html`<form class="helpful" id="helpful" method="post" action="/tips/${slug}/helpful">
<fieldset><legend>${words.helpful}</legend>
<button class="wf-button" data-kind="secondary" name="helpful" value="yes">${words.yes}</button>
<button class="wf-button" data-kind="secondary" name="helpful" value="no">${words.no}</button>
<p class="card__meta">${words.helpfulHint}</p></fieldset></form>`

const dateIn = (language: PageLanguage, date: string): string =>
  new Intl.DateTimeFormat(language === 'cy' ? 'cy' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00Z`))
