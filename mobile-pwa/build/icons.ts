import type { Plugin } from 'vite'
import { markPng, markSvg } from './mark.ts'

/** Draws the app's icons into the build, so that no picture is kept in the repository. */
export function icons(): Plugin {
  return {
    name: 'weft:icons',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) => this.emitFile({ type: 'asset', fileName, source })
      emit('icon.svg', markSvg())
      emit('icon-180.png', markPng(180, { bleed: true }))
      emit('icon-192.png', markPng(192))
      emit('icon-512.png', markPng(512))
      emit('icon-mask.png', markPng(512, { bleed: true }))
    },
  }
}
