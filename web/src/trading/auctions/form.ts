import type { AuctionLimits, AuctionPlan } from './api'

/** House, auctioneer, viewing, reserve and commissions as they are being written. */
export interface AuctionFormState {
  houseName: string
  houseCode: string
  licenceNumber: string
  licenceValidUntil: string
  auctioneerName: string
  certificateNumber: string
  viewingPlace: string
  viewingFrom: string
  viewingUntil: string
  hasReserve: boolean | undefined
  /** Typed now; what is on record is never read back. */
  reservePrice: string
  /** There is one on record. */
  reserveKept: boolean
  buyerPercent: string
  sellerPercent: string
}

export function emptyAuction(): AuctionFormState {
  return {
    houseName: '', houseCode: '', licenceNumber: '', licenceValidUntil: '', auctioneerName: '', certificateNumber: '', viewingPlace: '', viewingFrom: '', viewingUntil: '',
    hasReserve: undefined, reservePrice: '', reserveKept: false, buyerPercent: '', sellerPercent: '',
  }
}

export function auctionFormOf(plan: AuctionPlan | null | undefined): AuctionFormState {
  if (!plan) return emptyAuction()
  return {
    houseName: plan.house.name, houseCode: plan.house.creditCode, licenceNumber: plan.house.licenceNumber, licenceValidUntil: plan.house.licenceValidUntil,
    auctioneerName: plan.auctioneer.name, certificateNumber: plan.auctioneer.certificateNumber, viewingPlace: plan.viewing.place, viewingFrom: plan.viewing.from,
    viewingUntil: plan.viewing.until, hasReserve: plan.hasReserve, reservePrice: '', reserveKept: plan.hasReserve, buyerPercent: percentOf(plan.buyerRate),
    sellerPercent: percentOf(plan.sellerRate),
  }
}

export function planOf(form: AuctionFormState): AuctionPlan {
  return {
    house: { name: form.houseName.trim(), creditCode: form.houseCode.replace(/\s/g, '').toUpperCase(), licenceNumber: form.licenceNumber.trim(), licenceValidUntil: form.licenceValidUntil },
    auctioneer: { name: form.auctioneerName.trim(), certificateNumber: form.certificateNumber.trim() },
    viewing: { place: form.viewingPlace.trim(), from: form.viewingFrom, until: form.viewingUntil },
    hasReserve: form.hasReserve === true, buyerRate: rateOf(form.buyerPercent), sellerRate: rateOf(form.sellerPercent),
  }
}

const written = (text: string) => text.trim().length >= 2
export const isShare = (text: string) => /^\d{1,2}(\.\d{1,2})?$/.test(text)
export const rateOf = (percent: string) => Number((Number(percent) / 100).toFixed(6))
const percentOf = (rate: number) => String(Number((rate * 100).toFixed(4)))

/** A commission above the usual share is allowed, and said (拍卖法 56). */
export const isUnusual = (percent: string, limits: AuctionLimits) => isShare(percent) && rateOf(percent) > limits.usualRate

/** Rows for `useFormErrors().check`; the region's periods are checked by the service, which knows the calendar. */
export function auctionChecks(form: AuctionFormState, limits: AuctionLimits, isReserve: (price: string) => boolean): readonly (readonly [unknown, string, string])[] {
  const share = (percent: string) => isShare(percent) && rateOf(percent) <= limits.maxRate
  return [
    [written(form.houseName), 'houseName', 'houseName'],
    [/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(form.houseCode.replace(/\s/g, '').toUpperCase()), 'houseCode', 'houseCode'],
    [written(form.licenceNumber) && form.licenceValidUntil, 'licence', 'licence'],
    [written(form.auctioneerName) && written(form.certificateNumber), 'auctioneer', 'auctioneer'],
    [written(form.viewingPlace) && form.viewingFrom && form.viewingUntil && Date.parse(form.viewingFrom) < Date.parse(form.viewingUntil), 'viewing', 'viewing'],
    [form.hasReserve !== undefined, 'hasReserve', 'hasReserve'],
    [!form.hasReserve || (form.reservePrice ? isReserve(form.reservePrice) : form.reserveKept), 'reservePrice', 'reservePrice'],
    [share(form.buyerPercent) && share(form.sellerPercent), 'commissions', 'commissions'],
  ]
}
