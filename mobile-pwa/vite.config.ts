import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { chunks } from './build/chunks.ts'
import { compress } from './build/compress.ts'
import { helpPage } from './build/help-page.ts'
import { icons } from './build/icons.ts'
import { usualManifest } from './build/manifests.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the content policy allows no data: scripts, styles or fonts
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
  plugins: [
    react(),
    icons(),
    helpPage(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: usualManifest,
      injectManifest: {
        globPatterns: ['**/*.{html,css,js,webmanifest}', 'icon.svg', 'plain.svg', 'assets/*-latin-[0-9]*.woff2'],
        minify: true,
        sourcemap: false,
      },
    }),
    compress(),
  ],
})
