import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One picture of the checklist (experience.md 8). */
export interface Picture {
  file: string
  viewport: string
  who: string
  shows: string
}

export const folder = join(import.meta.dirname, '../screenshots')

/** A page with every picture that was taken, to look at them side by side. */
export function writeGallery(pictures: readonly Picture[]): void {
  const figures = pictures.map(
    ({ file, viewport, who, shows }) =>
      `<figure><a href="${file}.png"><img src="${file}.png" alt="${shows}" loading="lazy"></a>
<figcaption><b>${file}</b><br>${viewport} · ${who}<br>${shows}</figcaption></figure>`,
  )
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Weft: screens</title>
<style>
  body { margin: 2rem; background: #eee; color: #1c2326; font: 1rem/1.4 system-ui, sans-serif }
  main { display: flex; flex-wrap: wrap; gap: 2rem; align-items: start }
  figure { margin: 0; max-inline-size: min(100%, 44rem) }
  img { max-inline-size: 100%; max-block-size: 42rem; border: 1px solid #999; border-radius: 8px }
</style>
<h1>Weft: screens</h1>
<main>
${figures.join('\n')}
</main>
</html>
`,
  )
}
