import { describe, expect, it } from 'vitest'
import { contentOf, emptyForm, floorText, formOf, missingPoints } from './rewardForm'

const content = {
  basis: '校发〔2026〕1号', deductions: [{ code: 'DEAL_COST', amount: { amount: '50000.00', currency: 'CNY' }, note: '评估费' }],
  shares: [
    { role: 'MAIN_CONTRIBUTOR' as const, name: '张三', basisPoints: 7033, workNumber: 'T1', leader: true },
    { role: 'UNIT' as const, name: '学校', basisPoints: 2967, workNumber: null, leader: false },
  ],
}

describe('a reward plan as it is written', () => {
  it('travels there and back unchanged', () => {
    const form = formOf(content)
    expect(form.shares.map((one) => one.percent)).toEqual(['70.33', '29.67'])
    expect(contentOf(form)).toEqual(content)
  })

  it('does not travel while an amount, a percentage or a name is none', () => {
    const form = formOf(content)
    expect(contentOf({ ...form, deductions: [{ code: 'DEAL_COST', amount: '5 万', note: '评估费' }] })).toBeUndefined()
    expect(contentOf({ ...form, shares: [{ ...form.shares[0]!, percent: '70.333' }] })).toBeUndefined()
    expect(contentOf({ ...form, shares: [{ ...form.shares[0]!, name: ' ' }] })).toBeUndefined()
    expect(contentOf(emptyForm('学校'))).toBeUndefined()
  })

  it('says what nobody has yet, to the basis point', () => {
    const form = formOf(content)
    expect(missingPoints(form)).toBe(0)
    expect(missingPoints({ ...form, shares: [form.shares[0]!] })).toBe(2967)
    expect(missingPoints({ ...form, shares: [form.shares[0]!, { ...form.shares[1]!, percent: '30' }] })).toBe(-33)
  })

  it('never calls a unit a leader', () => {
    const form = formOf(content)
    expect(contentOf({ ...form, shares: [{ ...form.shares[1]!, leader: true }] })?.shares[0]?.leader).toBe(false)
  })

  it('shows what the shares reach beside the floor', () => {
    expect(floorText({ rule: 'AWARD', required: 0.7, actual: 0.7033, met: true })).toBe('70.33% ≥ 70%')
    expect(floorText({ rule: 'TRANSFER_OFFICE', required: 0.05, actual: 0.0499, met: false })).toBe('4.99% < 5%')
  })
})
