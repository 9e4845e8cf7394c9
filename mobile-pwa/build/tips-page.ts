import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/**
 * The style sheet of the public pages that the server writes (`/`, `/tips`, `/about`, `/feedback`): the design system's own tokens and pieces, with what
 * those pages need besides, and the app's own fonts where they stand in this build.
 */
export function tipsPage(): Plugin {
  return {
    name: 'weft:tips-page',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: 'tips.css', source: tipsCss(Object.keys(bundle)) })
      },
    },
  }
}

/** `files` are those of the build, among them the fonts under their names with a hash. */
export function tipsCss(files: readonly string[]): string {
  const ui = (file: string) => readFileSync(fileURLToPath(import.meta.resolve(`@weft/ui/${file}`)), 'utf8')
  const here = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
  const fonts = here('../src/fonts.css').replace(/"@fontsource\/[^"]*\/([\w-]+)\.woff2"/g, (_, name: string) => {
    const file = files.find((each) => each.startsWith(`assets/${name}-`) && each.endsWith('.woff2'))
    return `"/${file ?? `assets/${name}.woff2`}"`
  })
  const tokens = ui('tokens/tokens.css').replace(/@import[^;]*;/g, '')
  const pieces = [
    ui('tokens/colours.css'),
    ui('tokens/base.css'),
    tokens,
    ui('button/button.css'),
    ui('prose/prose.css'),
  ]
  return squeezed([fonts, ...pieces, here('./tips-page.css'), here('./feedback-page.css')].join('\n'))
}

const squeezed = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
