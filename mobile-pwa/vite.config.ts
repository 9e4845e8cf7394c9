import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { chunks } from './build/chunks.ts'
import { compress } from './build/compress.ts'
import { helpPage } from './build/help-page.ts'
import { icons } from './build/icons.ts'

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
      manifest: {
        id: '/',
        name: 'Weft',
        short_name: 'Weft',
        description: 'Care, woven between appointments.',
        lang: 'en',
        start_url: '/today',
        scope: '/',
        display: 'standalone',
        background_color: '#FAF7F2',
        theme_color: '#FAF7F2',
        categories: ['health'],
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-mask.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        globPatterns: ['**/*.{html,css,js,webmanifest}', 'icon.svg', 'assets/*-latin-[0-9]*.woff2'],
        minify: true,
        sourcemap: false,
      },
    }),
    compress(),
  ],
})
