import '@weft/ui/tokens/tokens.css'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './shell/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { App } from './shell/app.tsx'
import { startPreferences } from './shell/preferences/preferences.ts'
import { SessionStore } from './shell/session/session-store.ts'

// The page's policy allows no eval; without this the schema library would try it once and be reported.
z.config({ jitless: true })
startPreferences()

const store = new SessionStore()
void store.start()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(
  <StrictMode>
    <App store={store} />
  </StrictMode>,
)
