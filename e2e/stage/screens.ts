import type { BrowserContextOptions } from '@playwright/test'

const touch = { deviceScaleFactor: 2, hasTouch: true, isMobile: true } satisfies BrowserContextOptions

export const phone = { ...touch, viewport: { width: 390, height: 844 } } satisfies BrowserContextOptions
export const smallPhone = { ...touch, viewport: { width: 360, height: 740 } } satisfies BrowserContextOptions
export const desktop = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions
