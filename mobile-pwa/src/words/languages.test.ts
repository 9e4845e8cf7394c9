import { england } from '@weft/ui/help-panel/england.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { sentencesOf } from '../testing/sentences.ts'
import cy from './cy.ts'
import en from './en.ts'
import fa from './fa.ts'
import { everyNoun, type Noun, nouns } from './nouns.ts'
import { currentSpeech, englishNow, isSpoken, languages, needWords, speak } from './words.ts'

afterEach(() => speak('en'))

type Catalogue = typeof cy | typeof fa

/** Everything a catalogue says, by the place it stands in. */
async function saidBy({ first, nouns: later }: Catalogue): Promise<Map<string, string[]>> {
  const brought = await Promise.all(
    Object.entries(later).map(async ([noun, load]) => [noun, (await load()).default] as const),
  )
  return byPlace({ ...first, ...Object.fromEntries(brought) })
}

function byPlace(words: object): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const [at, text] of sentencesOf(words)) places.set(at, [...(places.get(at) ?? []), text])
  return places
}

async function english(only: readonly Noun[] = everyNoun) {
  const brought = await Promise.all(only.map(async (noun) => [noun, (await nouns[noun]()).default] as const))
  return byPlace({ ...en, ...Object.fromEntries(brought) })
}

/** What is the same in every language: names, figures, and Welsh words that are English ones too. */
const same = /^(app\.name|language\.|help\.)/
const names = ['Alcohol']

/** Nothing but what was filled in. */
const isOnlyFigures = (text: string) => !/\p{L}/u.test(text.replaceAll(/Kofi|Sam|9am/g, ''))

describe.each([
  ['cy', cy, everyNoun],
  ['fa', fa, Object.keys(fa.nouns) as Noun[]],
] as const)('%s', (_, catalogue, whole) => {
  it('says each thing that English says, and nothing in English', async () => {
    const here = await saidBy(catalogue as Catalogue)
    const there = await english(whole)
    const keys = (all: Map<string, unknown>) =>
      [...all.keys()].filter((at) => !/^(language\.dateNames|help\.lines|conversation\.promise\.holidays)/.test(at))
    expect(keys(here).sort()).toEqual(keys(there).sort())
    const isEnglish = (at: string) => (text: string, place: number) =>
      text === there.get(at)?.[place] && !names.includes(text) && !isOnlyFigures(text)
    const alike = [...here].filter(([at, said]) => !same.test(at) && said.some(isEnglish(at)))
    expect(alike).toEqual([])
  })

  it('has its own words for every crisis line, with the same figures in them', () => {
    for (const line of england.lines) {
      const said = catalogue.first.help.lines[line.id]
      const figures = (text = '') => text.match(/\d[\d ]{2,}\d|\d{3}/g)?.map((one) => one.trim())
      expect([line.id, figures(said?.title)]).toEqual([line.id, figures(line.title)])
      expect(said?.routes?.length).toBe(line.routes?.length)
      expect(said?.routes?.map(figures)).toEqual(line.routes?.map(({ label }) => figures(label)))
    }
  })
})

describe('the language spoken', () => {
  it.each(languages)('%s names itself and its direction', async (language) => {
    await speak(language)
    expect(currentSpeech().here.words.language).toMatchObject({
      code: language,
      dir: language === 'fa' ? 'rtl' : 'ltr',
    })
  })

  it('brings what the screens on show speak of, before it is spoken', async () => {
    await needWords(['goals'])
    await speak('cy')
    expect(currentSpeech().here.words.goals.title).toBe('Nodau')
    expect(englishNow().goals.title).toBe('Goals')
  })

  it('says a part whole or leaves it to English', async () => {
    await speak('fa')
    await needWords(['safetyPlan', 'plan'])
    await needWords(['track', 'privacy'])
    expect(isSpoken(['safetyPlan', 'plan'])).toBe(true)
    expect(isSpoken(['track', 'privacy'])).toBe(false)
    expect(englishNow().track.title).toBe('Track')
    expect(englishNow().privacy.title).toBe('Privacy')
  })

  it('is the one asked for last, whichever comes first', async () => {
    await Promise.all([speak('fa'), speak('cy')])
    expect(currentSpeech().here.words.language.code).toBe('cy')
  })
})

describe('Welsh', () => {
  it('counts as Welsh does', async () => {
    await speak('cy')
    await needWords(['diary', 'goals'])
    const { diary, goals, messages } = currentSpeech().here.words
    expect([1, 2, 3, 6, 7].map((count) => diary.found(count))).toEqual([
      '1 cofnod',
      '2 gofnod',
      '3 chofnod',
      '6 chofnod',
      '7 cofnod',
    ])
    expect(goals.stepsDone(1, 3)).toBe('1 o 3 cham')
    expect(messages.withPeople(2)).toBe('Chi a 2 berson')
  })

  it('joins a list with “a”, and with “ac” before a vowel', () => {
    expect(cy.first.language.list(['Chi', 'Sam'])).toBe('Chi a Sam')
    expect(cy.first.language.list(['Chi', 'Sam', 'Aisha'])).toBe('Chi, Sam ac Aisha')
    expect(cy.first.language.list(['Chi'])).toBe('Chi')
  })
})

describe('Farsi', () => {
  it('keeps numbers to call and other people’s words apart from the line around them', async () => {
    const { default: conversation } = await import('./fa/conversation.ts')
    expect(conversation.call('01632 960123')).toBe('تماس با \u206601632 960123\u2069')
    expect(conversation.lines.joined('Sam')).toBe('\u2068Sam\u2069 پیوست')
  })

  it('counts in Persian figures', () => expect(fa.first.today.unsent(12)).toContain('۱۲'))
})
