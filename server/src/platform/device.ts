/** “Chrome on Android”: enough to know one's own devices by, too little to tell people by. */
export function deviceLabel(userAgent: string | undefined): string {
  const text = userAgent ?? ''
  const browser = (
    [
      [/Edg\//, 'Edge'],
      [/Firefox\//, 'Firefox'],
      [/SamsungBrowser\//, 'Samsung Internet'],
      [/Chrome\//, 'Chrome'],
      [/Safari\//, 'Safari'],
    ] as const
  ).find(([pattern]) => pattern.test(text))?.[1]
  const system = (
    [
      [/Android/, 'Android'],
      [/iPhone|iPad/, 'iPhone or iPad'],
      [/Windows/, 'Windows'],
      [/Macintosh/, 'Mac'],
      [/Linux/, 'Linux'],
    ] as const
  ).find(([pattern]) => pattern.test(text))?.[1]
  return `${browser ?? 'A browser'} on ${system ?? 'a device'}`
}
