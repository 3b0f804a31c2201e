/** The numbers of a line, separated by blanks, commas or 、; undefined when one of them is none. */
export function figures(line: string): number[] | undefined {
  const parts = line.split(/[\s,，、;；]+/).filter(Boolean)
  return parts.every((part) => /^\d{1,12}(\.\d{1,2})?$/.test(part)) ? parts.map(Number) : undefined
}

/** `12.5` (per cent) -> 0.125, without the noise of binary fractions. */
export function rateOf(percent: string): number | undefined {
  return /^-?\d{1,4}(\.\d{1,4})?$/.test(percent.trim()) ? Number((Number(percent) / 100).toFixed(6)) : undefined
}
