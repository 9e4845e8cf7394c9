/** Hands the browser a file to keep. Nothing of it stays with the page. */
export function saveFile(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Safari begins to read it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
