/** Why a chosen file is refused, or undefined. The server checks again, by content. */
export function checkFile(file: { name: string; size: number }, endings: readonly string[], maxMegabytes: number): 'wrongType' | 'tooLarge' | 'isEmpty' | undefined {
  const name = file.name.toLowerCase()
  if (endings.length > 0 && !endings.some((ending) => name.endsWith(ending.toLowerCase()))) return 'wrongType'
  if (file.size === 0) return 'isEmpty'
  return file.size > maxMegabytes * 1024 * 1024 ? 'tooLarge' : undefined
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
