import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { deriveTheme } from '../tokens/white-label.ts'
import { type Piece, pieces } from './catalogue.ts'
import type { Fixture } from './fixture.ts'
import { choices, readSettings, type Settings, writeSettings } from './settings.ts'

const address = {
  subscribe(listener: () => void) {
    window.addEventListener('hashchange', listener)
    return () => window.removeEventListener('hashchange', listener)
  },
  read: () => window.location.hash,
}

const brands = {
  weft: {},
  fern: { brand: '#2B5C34', canvas: '#F6F8F3', radiusScale: 0.5 },
  plum: { brand: '#6A2C70', radiusScale: 1.25 },
}

/** `#thread/unread-since?theme=dark` shows one state alone; `#?theme=dark` all of them. */
export function Page() {
  const hash = useSyncExternalStore(address.subscribe, address.read)
  const [id = '', query = ''] = hash.replace(/^#/, '').split('?')
  const settings = readSettings(new URLSearchParams(query))
  useDressedDocument(settings)
  const fixture = pieces.flatMap((piece) => piece.fixtures).find((each) => each.id === id)
  if (fixture) return <Alone key={hash} fixture={fixture} />
  return <All settings={settings} only={id} />
}

function useDressedDocument({ app, theme, dir, text, brand }: Settings) {
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.app = app
    root.dir = dir
    if (theme === 'device') delete root.dataset.theme
    else root.dataset.theme = theme
    root.style.setProperty('--text-scale', String(Number(text) / 100))
    const derived = deriveTheme(brands[brand])
    const sheet = document.createElement('style')
    sheet.textContent = derived.ok ? derived.css : ''
    document.head.append(sheet)
    return () => sheet.remove()
  }, [app, theme, dir, text, brand])
}

/** One state as an app would show it: in a frame, the whole screen; else a page with a heading for it to belong to. */
function Alone({ fixture }: { fixture: Fixture & { id: string } }) {
  useLayoutEffect(() => {
    document.title = `${fixture.id} – Pieces`
    window.scrollTo(0, 0)
  }, [fixture.id])
  if (/shell|^lock/.test(fixture.id)) return <div data-fixture={fixture.id}>{fixture.show}</div>
  return (
    <main className={fixture.frame ? 'fx-screen' : 'fx-alone'} data-fixture={fixture.id}>
      {fixture.id.startsWith('person-header') || <h1 className="visually-hidden">{fixture.state}</h1>}
      {fixture.show}
    </main>
  )
}

function All({ settings, only }: { settings: Settings; only: string }) {
  const shown = pieces.filter((piece) => !only || piece.name === only)
  return (
    <div className="fx-page">
      <header className="fx-head">
        <h1>Pieces</h1>
        <div className="fx-switches">
          {(Object.keys(choices) as (keyof Settings)[]).map((key) => (
            <Switches key={key} name={key} settings={settings} only={only} />
          ))}
        </div>
      </header>
      <nav aria-label="Pieces">
        <ul className="fx-index">
          {pieces.map((piece) => (
            <li key={piece.name}>
              <a href={`#${piece.name}?${writeSettings(settings)}`}>{piece.name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map((piece) => (
        <PieceStates key={piece.name} piece={piece} settings={settings} />
      ))}
    </div>
  )
}

function Switches({ name, settings, only }: { name: keyof Settings; settings: Settings; only: string }) {
  return (
    <p>
      {name}:{' '}
      {choices[name].map((choice) => (
        <a
          key={choice}
          href={`#${only}?${writeSettings({ ...settings, [name]: choice })}`}
          aria-current={settings[name] === choice ? 'true' : undefined}
        >
          {choice}
        </a>
      ))}
    </p>
  )
}

function PieceStates({ piece, settings }: { piece: Piece; settings: Settings }) {
  const states = piece.fixtures.filter((fixture) => !fixture.app || fixture.app === settings.app)
  if (states.length === 0) return null
  return (
    <section>
      <h2 className="fx-piece">{piece.name}</h2>
      {states.map((fixture) => (
        <article key={fixture.id} className="fx-state">
          <h3>
            <a href={`#${fixture.id}?${writeSettings(settings)}`}>{fixture.state}</a>
          </h3>
          {fixture.frame ? (
            <Frame fixture={fixture} settings={settings} />
          ) : (
            <div className="fx-column">{fixture.show}</div>
          )}
        </article>
      ))}
    </section>
  )
}

/** Drawn when asked for: forty live frames at once would be forty pages. */
function Frame({ fixture, settings }: { fixture: Fixture & { id: string }; settings: Settings }) {
  const [isShown, setShown] = useState(false)
  if (!isShown) {
    return (
      <button type="button" className="fx-show" onClick={() => setShown(true)}>
        Show in a {fixture.frame} frame
      </button>
    )
  }
  return (
    <iframe
      className="fx-frame"
      data-frame={fixture.frame}
      title={fixture.id}
      src={`${window.location.pathname}#${fixture.id}?${writeSettings(settings)}`}
    />
  )
}
