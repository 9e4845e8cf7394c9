import type { Plugin } from 'vite'
import { plainManifest } from './manifests.ts'
import { mark, type Picture, plainPage, pngOf, svgOf } from './mark.ts'

/** Draws the app's icons into the build, its own and the neutral ones, so that no picture is kept in the repository. */
export function icons(): Plugin {
  return {
    name: 'weft:icons',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) => this.emitFile({ type: 'asset', fileName, source })
      const draw = (name: string, picture: Picture) => {
        emit(`${name}.svg`, svgOf(picture))
        emit(`${name}-180.png`, pngOf(picture, 180, { bleed: true }))
        emit(`${name}-192.png`, pngOf(picture, 192))
        emit(`${name}-512.png`, pngOf(picture, 512))
        emit(`${name}-mask.png`, pngOf(picture, 512, { bleed: true }))
      }
      draw('icon', mark)
      draw('plain', plainPage)
      emit('manifest-plain.webmanifest', JSON.stringify(plainManifest))
    },
  }
}
