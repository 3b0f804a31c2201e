const units = [['DAYS', 86_400], ['HOURS', 3600], ['MINUTES', 60], ['SECONDS', 1]] as const
export type PeriodUnit = (typeof units)[number][0]

/** A length of time in its own units: 5,430 s are 1 hour, 30 minutes, 30 seconds. */
export function periodText(seconds: number, word: (unit: PeriodUnit, value: number) => string): string {
  const words: string[] = []
  for (const [unit, size] of units) {
    const value = Math.floor(seconds / size)
    if (value > 0) words.push(word(unit, value))
    seconds -= value * size
  }
  return words.join(' ') || word('SECONDS', 0)
}
