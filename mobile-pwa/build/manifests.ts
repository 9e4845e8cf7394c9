import type { ManifestOptions } from 'vite-plugin-pwa'
import { plainName } from '../src/shell/plain-name.ts'

const both = {
  lang: 'en',
  start_url: '/today',
  scope: '/',
  display: 'standalone',
  background_color: '#FAF7F2',
  theme_color: '#FAF7F2',
} satisfies Partial<ManifestOptions>

const iconsOf = (name: string, mask: string) => [
  { src: `/${name}.svg`, sizes: 'any', type: 'image/svg+xml' },
  { src: `/${name}-192.png`, sizes: '192x192', type: 'image/png' },
  { src: `/${name}-512.png`, sizes: '512x512', type: 'image/png' },
  { src: `/${mask}.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
]

export const usualManifest = {
  ...both,
  id: '/',
  name: 'Weft',
  short_name: 'Weft',
  description: 'Care, woven between appointments.',
  categories: ['health'],
  icons: iconsOf('icon', 'icon-mask'),
} satisfies Partial<ManifestOptions>

/** Another app as far as a phone can tell: another id, so that it is added beside the first and never shown as its new name. */
export const plainManifest = {
  ...both,
  id: '/plain',
  name: plainName,
  short_name: plainName,
  icons: iconsOf('plain', 'plain-mask'),
} satisfies Partial<ManifestOptions>
