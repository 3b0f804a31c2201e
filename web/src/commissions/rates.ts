/** Rates and shares travel as fractions and basis points; people write and read percentages. Digits are moved, nothing is computed. */

/** Moves the decimal point of a plain decimal: `shift('3.25', -2)` is `0.0325`. */
export function shift(text: string, places: number): string {
  const [whole = '0', fraction = ''] = text.trim().split('.')
  const digits = whole + fraction
  const at = whole.length + places
  const padded = at <= 0 ? '0'.repeat(1 - at) + digits : digits.padEnd(at, '0')
  const point = at <= 0 ? 1 : at
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = padded.slice(point).replace(/0+$/, '')
  return right ? `${left}.${right}` : left
}

/** `0.0325` -> `3.25%` */
export function percentText(rate: number): string {
  return `${shift(plain(rate), 2)}%`
}

/** Basis points as a percentage: 3333 -> `33.33%`. */
export function shareText(basisPoints: number): string {
  return `${shift(String(basisPoints), -2)}%`
}

/** A percentage a person wrote as the fraction that travels; undefined when it is none. */
export function rateOf(percent: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(percent.trim())) return undefined
  const rate = Number(shift(percent, -2))
  return rate <= 1 ? rate : undefined
}

/** A percentage a person wrote as basis points; undefined when it is none. */
export function basisPointsOf(percent: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(percent.trim())) return undefined
  const points = Number(shift(percent, 2))
  return points <= 10_000 ? points : undefined
}

/** A number without an exponent, as it travelled. */
function plain(rate: number): string {
  return rate.toFixed(6).replace(/\.?0+$/, '')
}
