import { fileURLToPath } from 'node:url'
import { dark, light, type Palette, staffLight } from './tokens.ts'

const lines = (palette: Partial<Palette>, indent: string) =>
  Object.entries(palette)
    .map(([name, value]) => `${indent}--${name}: ${value.toLowerCase()};`)
    .join('\n')

/** `colours.css`, whole. Dark is written twice: once for the device's wish, once for the person's own. */
export function coloursCss(): string {
  const staff = { canvas: staffLight.canvas, sunk: staffLight.sunk }
  return `/* Written from tokens.ts by \`node packages/ui/src/tokens/write-colours.ts\`. Change it there. */
:root {
  color-scheme: light;
${lines(light, '  ')}
}

[data-app="staff"] {
${lines(staff, '  ')}
}

@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
    color-scheme: dark;
${lines(dark, '    ')}
  }
}

:root[data-theme="dark"] {
  color-scheme: dark;
${lines(dark, '  ')}
}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { writeFile } = await import('node:fs/promises')
  await writeFile(new URL('./colours.css', import.meta.url), coloursCss())
}
