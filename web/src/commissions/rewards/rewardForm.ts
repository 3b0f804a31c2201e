import { isAmount } from '@/ui/money'
import { basisPointsOf, percentText, shareText, shift } from '../rates'
import type { RewardContent, RewardFloorResult, RewardRole } from './api'

/** A plan as people write it: percentages and amounts as texts. Nothing is computed here; the server divides. */
export interface RewardForm {
  basis: string
  deductions: { code: string; amount: string; note: string }[]
  shares: { role: RewardRole; name: string; percent: string; workNumber: string; leader: boolean }[]
}

export const rewardRoles: readonly RewardRole[] = ['MAIN_CONTRIBUTOR', 'CONTRIBUTOR', 'TRANSFER_OFFICE', 'UNIT']

const whole = 10_000

export function emptyForm(unit: string): RewardForm {
  return {
    basis: '', deductions: [],
    shares: [
      { role: 'MAIN_CONTRIBUTOR', name: '', percent: '', workNumber: '', leader: false },
      { role: 'UNIT', name: unit, percent: '', workNumber: '', leader: false },
    ],
  }
}

export function formOf(content: RewardContent): RewardForm {
  return {
    basis: content.basis,
    deductions: content.deductions.map((one) => ({ code: one.code, amount: one.amount.amount, note: one.note })),
    shares: content.shares.map((one) => ({
      role: one.role, name: one.name, percent: shift(String(one.basisPoints), -2), workNumber: one.workNumber ?? '', leader: one.leader,
    })),
  }
}

/** What travels; undefined while something is no amount or no percentage, or a name is missing. */
export function contentOf(form: RewardForm): RewardContent | undefined {
  if (form.deductions.some((one) => !one.code || !isAmount(one.amount.trim()) || one.note.trim().length < 2)) return undefined
  const shares = form.shares.map((one) => ({
    role: one.role, name: one.name.trim(), basisPoints: basisPointsOf(one.percent), workNumber: one.workNumber.trim() || null, leader: one.leader && one.role !== 'UNIT',
  }))
  if (!shares.length || shares.some((one) => one.basisPoints === undefined || one.name.length < 2)) return undefined
  return {
    basis: form.basis.trim(),
    deductions: form.deductions.map((one) => ({ code: one.code, amount: { amount: one.amount.trim(), currency: 'CNY' }, note: one.note.trim() })),
    shares: shares.map((one) => ({ ...one, basisPoints: one.basisPoints! })),
  }
}

/** Basis points that nobody has yet; negative when the shares are more than everything. */
export function missingPoints(form: RewardForm): number {
  return whole - form.shares.reduce((sum, one) => sum + (basisPointsOf(one.percent) ?? 0), 0)
}

/** `72.50% ≥ 70%`: what the shares reach beside what the region asks for. */
export function floorText(floor: RewardFloorResult): string {
  return `${percentText(floor.actual)} ${floor.met ? '≥' : '<'} ${percentText(floor.required)}`
}

export { shareText }
