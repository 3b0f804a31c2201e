import { describe, expect, it } from 'vitest'
import type { AuctionLimits } from './api'
import { auctionChecks, auctionFormOf, emptyAuction, isUnusual, planOf, type AuctionFormState } from './form'

const limits: AuctionLimits = { notice: { value: 7, unit: 'DAYS' }, viewing: { value: 2, unit: 'DAYS' }, usualRate: 0.05, maxRate: 0.15 }
const good = (): AuctionFormState => ({
  ...emptyAuction(), houseName: '正和拍卖有限公司', houseCode: '91350200776049653a', licenceNumber: '拍批证字第1号', licenceValidUntil: '2027-01-01', auctioneerName: '钱师',
  certificateNumber: '3300123', viewingPlace: '一楼', viewingFrom: '2026-03-03T10:00:00+08:00', viewingUntil: '2026-03-04T17:00:00+08:00', hasReserve: false,
  buyerPercent: '3', sellerPercent: '0',
})
const wrong = (form: AuctionFormState) => auctionChecks(form, limits, (price) => Number(price) >= 100).filter(([holds]) => !holds).map(([, field]) => field)

describe('the form of an auction', () => {
  it('names what is missing', () => {
    expect(wrong(good())).toEqual([])
    expect(wrong(emptyAuction())).toEqual(['houseName', 'houseCode', 'licence', 'auctioneer', 'viewing', 'hasReserve', 'commissions'])
    expect(wrong({ ...good(), houseCode: '91350200776049653I' })).toEqual(['houseCode'])
    expect(wrong({ ...good(), viewingUntil: '2026-03-03T10:00:00+08:00' })).toEqual(['viewing'])
    expect(wrong({ ...good(), sellerPercent: '15.01' })).toEqual(['commissions'])
  })

  it('asks for a reserve price once, and takes a new one at any time', () => {
    expect(wrong({ ...good(), hasReserve: true })).toEqual(['reservePrice'])
    expect(wrong({ ...good(), hasReserve: true, reserveKept: true })).toEqual([])
    expect(wrong({ ...good(), hasReserve: true, reserveKept: true, reservePrice: '99' })).toEqual(['reservePrice'])
    expect(wrong({ ...good(), hasReserve: true, reservePrice: '100' })).toEqual([])
  })

  it('warns above the usual share only', () => {
    expect(isUnusual('5', limits)).toBe(false)
    expect(isUnusual('5.01', limits)).toBe(true)
  })

  it('reads back what was saved, but never the reserve price', () => {
    const plan = planOf({ ...good(), hasReserve: true, reservePrice: '1234567' })
    expect(JSON.stringify(plan)).not.toContain('1234567')
    expect(plan.house.creditCode).toBe('91350200776049653A')
    expect(plan.buyerRate).toBe(0.03)
    expect(planOf(auctionFormOf(plan))).toEqual(plan)
    expect(auctionFormOf(plan).reserveKept).toBe(true)
  })
})
