import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { chunks } from './build/chunks.ts'
import { compress } from './build/compress.ts'
import { helpPage } from './build/help-page.ts'
import { icons } from './build/icons.ts'
import { usualManifest } from './build/manifests.ts'
import { tipsPage } from './build/tips-page.ts'

const alwaysHere = /\/(core|rolldown-runtime|inside|own)-[\w-]{8}\.(js|css)$/

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the content policy allows no data: scripts, styles or fonts
    reportCompressedSize: false,
    modulePreload: {
      // What is here before any screen is asked for need not stand in the list of each: on an old phone those lists are bytes too.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => !alwaysHere.test(file)),
    },
    rolldownOptions: {
      input: { index: join(import.meta.dirname, 'index.html'), tips: join(import.meta.dirname, 'src/tips-page.ts') },
      output: {
        codeSplitting: chunks,
        // The server's pages name it, so its name has no hash.
        entryFileNames: ({ name }) => (name === 'tips' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  plugins: [
    react(),
    icons(),
    helpPage(),
    tipsPage(),
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
