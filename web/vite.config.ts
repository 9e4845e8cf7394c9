import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.WEFT_SERVER ?? 'http://127.0.0.1:8080'

/** Served below `/staff/` under a policy that allows no inline script, no inline style and no data: font. */
export default defineConfig({
  base: '/staff/',
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    strictPort: true,
    proxy: { '/api': { target: server }, '/socket': { target: server, ws: true } },
  },
})
