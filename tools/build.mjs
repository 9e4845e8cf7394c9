// npm run build: both apps into their `dist`, with compressed copies beside; only what has changed.

import { ensureBuilt } from './lib/build.mjs'
import { endAll } from './lib/children.mjs'
import { ensureDependencies } from './lib/deps.mjs'
import { ensureNode } from './lib/node.mjs'
import { say } from './lib/say.mjs'

await ensureNode()
await ensureDependencies()
for (const app of ['mobile-pwa', 'web']) await ensureBuilt(app, say)
await endAll()
