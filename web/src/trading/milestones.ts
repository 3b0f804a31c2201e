import { isAmount } from '@/ui/money'

/** What is still to be shared out among the payments, exact to the cent; undefined while an amount is not written properly. */
export function leftToPlan(price: string, amounts: readonly string[]): string | undefined {
  if (!isAmount(price) || amounts.some((amount) => !isAmount(amount))) return undefined
  const left = amounts.reduce((rest, amount) => rest - cents(amount), cents(price))
  return written(left)
}

/** Payment modes and how many payments each plans. */
export function milestonesFit(paymentMode: string, count: number): boolean {
  switch (paymentMode) {
    case 'LUMP_SUM': return count <= 1
    case 'INSTALMENTS': return count >= 2
    case 'ENTRY_FEE_PLUS_ROYALTY': return count >= 1
    case 'ROYALTY': return count === 0
    default: return true
  }
}

export const hasRoyalty = (paymentMode: string) => paymentMode === 'ROYALTY' || paymentMode === 'ENTRY_FEE_PLUS_ROYALTY'

function cents(amount: string): bigint {
  const [whole, fraction = ''] = amount.split('.')
  return BigInt(whole!) * 100n + BigInt(fraction.padEnd(2, '0'))
}

function written(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
