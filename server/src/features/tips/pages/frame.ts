import { Html, html } from './html.ts'
import { type PageLanguage, type PageWords, pageWords } from './words.ts'

export interface Page {
  language: PageLanguage
  /** Of the tab and the history: never more than is written on the page for everybody. */
  title: string
  /** This page in the other language. */
  otherHref: string
  main: Html
  /** Not for search engines: what is being checked, what is not there. */
  isUnlisted?: boolean
}

/** An address of these pages in the language that is being read. */
export function inLanguage(path: string, language: PageLanguage): string {
  if (language === 'en') return path
  return `${path}${path.includes('?') ? '&' : '?'}language=${language}`
}

/** The whole document. It stands by its HTML and one style sheet; the script adds saving and printing where there is one. */
export function framed({ language, title, otherHref, main, isUnlisted }: Page): string {
  const words: PageWords = pageWords[language]
  const other: PageLanguage = language === 'en' ? 'cy' : 'en'
  return html`<!doctype html>
<html lang="${language}" data-app="people">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#FAF7F2" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#14191B" media="(prefers-color-scheme: dark)">
<meta name="format-detection" content="telephone=no">
${isUnlisted && html`<meta name="robots" content="noindex">`}
<title>${title === words.brand ? title : `${title} – ${words.brand}`}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/tips.css">
<script src="/tips.js" type="module"></script>
</head>
<body>
<a class="page__skip visually-hidden" href="#main">${words.skip}</a>
<header class="page__top"><div class="page__bar">
<a class="page__brand" href="${inLanguage('/', language)}"><img src="/icon.svg" alt="" width="32" height="32">${words.brand}</a>
<a class="page__help" href="/help">${lifeBuoy}${words.help}</a>
<nav class="page__nav" aria-label="${words.brand}"><a href="${inLanguage('/tips', language)}">${words.tips}</a>
<a href="${otherHref}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></nav>
</div></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="page__foot">
<a href="${inLanguage('/about', language)}">${words.about}</a>
<a href="${inLanguage('/about', language)}#privacy">${words.privacy}</a>
<a href="${inLanguage('/about', language)}#accessibility">${words.accessibility}</a>
<a href="${inLanguage('/feedback', language)}">${words.feedback}</a>
</footer>
</body>
</html>
`.markup
}

/** What stands below whatever is useful at once: the ways in. */
export const waysIn = (words: PageWords): Html => html`<section class="in" aria-labelledby="in">
<h2 id="in">${words.yours}</h2>
<p>${words.yoursLine}</p>
<p class="in__acts"><a class="wf-button" data-kind="primary" href="/join/1">${words.signUp}</a>
<a class="wf-button" data-kind="secondary" href="/sign-in">${words.signIn}</a></p>
</section>`

/** Lucide's `life-buoy`, the sign of Get help now everywhere. */
const lifeBuoy = new Html(
  '<svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><circle cx="12" cy="12" r="10"/><path d="m4.93 4.93 4.24 4.24m5.66 0 4.24-4.24m-4.24 9.9 4.24 4.24m-9.9-4.24-4.24 4.24"/><circle cx="12" cy="12" r="4"/></svg>',
)
