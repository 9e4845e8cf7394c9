/** Hands the browser a file to keep. Nothing of it stays with the page. */
export function saveFile(fileName: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Safari begins to read it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export function saveArchive(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  saveFile(fileName, new Blob([bytes], { type: 'application/zip' }))
}
