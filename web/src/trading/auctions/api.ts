import { http } from '@/app/http'
import type { Money } from '@/ui/money'

/** Wire types of /openapi/trading.json: what an auction sale (拍卖) has beside a listed one. */
export interface AuctionPlan {
  house: { name: string; creditCode: string; licenceNumber: string; licenceValidUntil: string }
  auctioneer: { name: string; certificateNumber: string }
  viewing: { place: string; from: string; until: string }
  hasReserve: boolean
  buyerRate: number
  sellerRate: number
}

export interface AuctionLimits {
  notice: { value: number; unit: 'MINUTES' | 'HOURS' | 'DAYS' | 'WORKING_DAYS' }
  viewing: { value: number; unit: 'MINUTES' | 'HOURS' | 'DAYS' | 'WORKING_DAYS' }
  usualRate: number
  maxRate: number
}

export interface BuyerDefault {
  auctionId: string
  round: number
  buyerName: string
  price: Money
  buyerCommission: Money
  sellerCommission: Money
  at: string
  priceAgain?: Money | null
  shortfall?: Money | null
  owed?: Money | null
}

/** Who signs a confirmation of sale. */
export type ConfirmationSide = 'BUYER' | 'SELLER' | 'HOUSE'

export interface Confirmation {
  auctionId: string
  number: string
  saleId: string
  saleNumber: string
  title: string
  sellerName: string
  buyerName: string
  houseName: string
  hammerPrice: Money
  buyerRate: number
  buyerCommission: Money
  buyerPays: Money
  sellerRate: number
  sellerCommission: Money
  sellerKeeps: Money
  logHash: string
  closedAt: string
  documentSha256: string
  stands: boolean
  signatures: { side: ConfirmationSide; organisationName: string; personName: string; signedAt: string }[]
  completedAt?: string | null
  side?: ConfirmationSide | null
  maySign: boolean
}

const one = (auctionId: string) => `/api/trading/auctions/${auctionId}/confirmation`

export const getConfirmation = (auctionId: string, signal?: AbortSignal) => http.get<Confirmation>(one(auctionId), { signal })
export const confirmationAddress = (auctionId: string) => `${one(auctionId)}/document`
export const downloadConfirmation = (auctionId: string) => http.download(`${one(auctionId)}/document.pdf`)

/** Re-enters the credential for this document, then signs it. */
export async function signConfirmation(auctionId: string, documentSha256: string, password: string, totp?: string): Promise<Confirmation> {
  const { proof } = await http.post<{ proof: string }>('/api/identity/credential-proofs', {
    password, purpose: `sign:${documentSha256}`, ...(totp ? { totp } : {}),
  })
  return http.post<Confirmation>(`${one(auctionId)}/signatures`, { documentSha256, credentialProof: proof })
}
