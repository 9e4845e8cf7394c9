import { type FiveWay, fiveWays, type TipCard, type Topic, topics } from '@weft/contract/tips/shapes.ts'
import { framed, inLanguage, waysIn } from './frame.ts'
import { type Html, html } from './html.ts'
import { type PageLanguage, type PageWords, pageWords } from './words.ts'

export interface Asked {
  language: PageLanguage
  words: string
  way?: FiveWay
  topic?: Topic
}

const ON_HOME = 6

/** `/`: who we are in one line, then something that helps; the ways in come below. */
export function homePage(language: PageLanguage, found: readonly TipCard[], day: number): string {
  const words = pageWords[language]
  const tips = found.filter(({ kind }) => kind === 'tip')
  const stories = found.filter(({ kind }) => kind === 'story')
  // Another one each day.
  const story = stories[day % stories.length]
  const main = html`<div class="hero"><h1>${words.brand}</h1>
<p class="hero__line">${words.line}</p><div class="hero__thread" aria-hidden="true"></div>
<p>${words.purpose}</p></div>
${finder({ language, words: '' }, words)}
${cards(tips.slice(0, ON_HOME), language, words)}
${tips.length > ON_HOME && html`<p><a class="page__more" href="${inLanguage('/tips', language)}">${words.allTips}</a></p>`}
${story && storyCard(story, language, words)}
<div class="kept" id="saved-tips" hidden data-title="${words.savedTitle}"></div>
${waysIn(words)}`
  return framed({ language, title: words.brand, otherHref: inLanguage('/', other(language)), main })
}

/** `/tips`: all of them, or those that were asked for, with how many in words. */
export function tipsPage(asked: Asked, found: readonly TipCard[]): string {
  const { language } = asked
  const words = pageWords[language]
  const isAsked = asked.words !== '' || asked.way !== undefined || asked.topic !== undefined
  const count = asked.words ? words.countFor(found.length, asked.words) : words.count(found.length)
  const none = asked.words ? words.none(asked.words) : words.noneYet
  const said = found.length > 0 ? count : none
  const main = html`<h1>${words.tips}</h1>
${finder(asked, words)}
<p class="found" role="status">${said}</p>
${cards(found, language, words)}
${topicLinks(asked, words)}
<div class="kept" id="saved-tips" hidden data-title="${words.savedTitle}"></div>
${waysIn(words)}`
  return framed({
    language,
    // What somebody looked for does not stand in the browser's history.
    title: words.tips,
    otherHref: addressOf({ ...asked, language: other(language) }),
    main,
    isUnlisted: isAsked,
  })
}

const other = (language: PageLanguage): PageLanguage => (language === 'en' ? 'cy' : 'en')

/** Each of its parts can be kept, sent and gone back to. */
function addressOf({ language, words, way, topic }: Asked): string {
  const query = new URLSearchParams({
    ...(words && { words }),
    ...(way && { way }),
    ...(topic && { topic }),
  }).toString()
  return inLanguage(query ? `/tips?${query}` : '/tips', language)
}

function finder(asked: Asked, words: PageWords): Html {
  const { language, way, topic } = asked
  return html`<form class="finder" action="/tips" method="get" role="search">
<label for="words">${words.search}</label>
<div class="finder__line"><input id="words" name="words" type="search" maxlength="100" autocomplete="off" enterkeyhint="search" value="${asked.words}">
<button class="wf-button" data-kind="primary">${words.searchButton}</button></div>
${way && html`<input type="hidden" name="way" value="${way}">`}
${topic && html`<input type="hidden" name="topic" value="${topic}">`}
${language !== 'en' && html`<input type="hidden" name="language" value="${language}">`}
</form>
<nav aria-label="${words.ways}"><ul class="chips">
${fiveWays.map((one) => chip(addressOf({ ...asked, way: one === way ? undefined : one }), words.way[one], one === way))}
</ul></nav>`
}

const topicLinks = (asked: Asked, words: PageWords): Html => html`<nav class="topics" aria-labelledby="topics">
<h2 id="topics">${words.topics}</h2><ul class="chips">
${topics.map((one) =>
  chip(
    addressOf({ language: asked.language, words: '', topic: one === asked.topic ? undefined : one }),
    words.topic[one],
    one === asked.topic,
  ),
)}
</ul></nav>`

const chip = (href: string, label: string, isChosen: boolean): Html =>
  html`<li><a class="chip" href="${href}"${isChosen && html` aria-current="true"`}>${label}</a></li>
`

/** The language of the words, where it is not the page's. */
export const langOf = (card: TipCard, language: PageLanguage): Html | false =>
  card.language !== language && html` lang="${card.language}" dir="${card.language === 'fa' ? 'rtl' : 'ltr'}"`

/** What it is, whom it is for where that is not everyone, and how long it takes. */
export const metaOf = (card: TipCard, words: PageWords): string =>
  [card.kind === 'story' && words.story, words.ages[card.ageBand], words.minutes(card.minutes)]
    .filter(Boolean)
    .join(' · ')

const cards = (found: readonly TipCard[], language: PageLanguage, words: PageWords): Html | false =>
  found.length > 0 &&
  html`<ul class="cards">
${found.map(
  (card) => html`<li class="card"${langOf(card, language)}>
<h2><a href="/tips/${card.slug}">${card.title}</a></h2>
<p>${card.summary}</p>
<p class="card__meta">${metaOf(card, words)}</p>
</li>
`,
)}</ul>`

const storyCard = (
  card: TipCard,
  language: PageLanguage,
  words: PageWords,
): Html => html`<section class="story" aria-labelledby="story">
<p class="story__kind">${words.story}</p>
<h2 id="story"${langOf(card, language)}>${card.title}</h2>
<p${langOf(card, language)}>${card.summary}</p>
<p><a class="page__more" href="/tips/${card.slug}">${words.readStory}</a> <span class="card__meta">${metaOf({ ...card, kind: 'tip' }, words)}</span></p>
</section>`
