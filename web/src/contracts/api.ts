import { http, withQuery, type Query } from '@/app/http'
import type {
  Amounts, Contract, ContractRow, ContractVersion, LineItem, Milestone, Paged, PreCheck, Queue, Registration, RegistrationForm, RegistrationRow, ReviewedItem,
  Turnover, TurnoverFilter, TurnoverRows, VerifiedCertificate,
} from './types'
import type { Money } from '@/ui/money'

const contracts = '/api/contracts/contracts'
const registrations = '/api/contracts/registrations'

export const listContracts = (query: Query, signal: AbortSignal) => http.get<Paged<ContractRow>>(contracts, { query, signal })

export const getContract = (id: string, signal?: AbortSignal) => http.get<Contract>(`${contracts}/${id}`, { signal })

export const getVersion = (id: string, version: number, signal?: AbortSignal) =>
  http.get<ContractVersion>(`${contracts}/${id}/versions/${version}`, { signal })

export const documentAddress = (id: string, version: number) => `${contracts}/${id}/versions/${version}/document`

export const downloadContract = (id: string, version: number) => http.download(`${documentAddress(id, version)}.pdf`)

export interface Amendment {
  version: number
  title: string
  clauses: { code: string; text: string }[]
  lineItems: LineItem[]
  milestones: Milestone[]
  signingPlace?: string | null
  note?: string | null
}

export const amendContract = (id: string, change: Amendment) => http.post<{ version: number }>(`${contracts}/${id}/versions`, change)

export const confirmContract = (id: string, version: number) => http.post<{ readyToSign: boolean }>(`${contracts}/${id}/confirmations`, { version })

/** Re-enters the credential for one document, then signs that document. */
export async function signContract(id: string, version: number, documentSha256: string, password: string, totp?: string): Promise<void> {
  const { proof } = await http.post<{ proof: string }>('/api/identity/credential-proofs', {
    password, purpose: `sign:${documentSha256}`, ...(totp ? { totp } : {}),
  })
  await http.post<unknown>(`${contracts}/${id}/signatures`, { version, documentSha256, credentialProof: proof })
}

export const voidContract = (id: string, reason: string) => http.post<unknown>(`${contracts}/${id}/void`, { reason })

export const terminateContract = (id: string, reason: string) => http.post<{ terminated: boolean }>(`${contracts}/${id}/termination`, { reason })

export const completeContract = (id: string) => http.post<unknown>(`${contracts}/${id}/completion`)

export const recordPayment = (id: string, paymentId: string, payment: { amount: Money; bankReference: string; receivedOn: string; milestone?: number | null }) =>
  http.put<unknown>(`${contracts}/${id}/payments/${paymentId}`, payment)

export const confirmPayment = (id: string, paymentId: string) => http.post<unknown>(`${contracts}/${id}/payments/${paymentId}/confirmation`)

export const disputePayment = (id: string, paymentId: string, reason: string) =>
  http.post<unknown>(`${contracts}/${id}/payments/${paymentId}/dispute`, { reason })

export const startRegistration = (id: string) => http.post<{ id: string }>(`${contracts}/${id}/registration`)

export const listRegistrations = (query: Query, signal: AbortSignal) => http.get<Paged<RegistrationRow>>(registrations, { query, signal })

export const listQueue = (query: Query, signal: AbortSignal) => http.get<Queue>(`${registrations}/queue`, { query, signal })

export const getRegistration = (id: string, signal?: AbortSignal) => http.get<Registration>(`${registrations}/${id}`, { signal })

export interface OpenParty {
  nature?: string | null
  areaCode?: string | null
  creditCode?: string | null
  legalRepresentative?: string | null
  contact?: string | null
  phone?: string | null
}

export interface OpenFields {
  fieldCode: string
  socioEconomicGoal?: string | null
  industry?: string | null
  planType?: string | null
  planNumber?: string | null
  signingPlace?: string | null
  foreign: boolean
  taxRelief: boolean
  summary: string
  newInvestment?: Money | null
  newOutput?: Money | null
  commitmentGiven: boolean
  seller: OpenParty
  buyer: OpenParty
}

export const fillRegistration = (id: string, version: number, fields: OpenFields) =>
  http.put<{ version: number; form: RegistrationForm }>(`${registrations}/${id}/form`, { version, ...fields })

export const checkRegistration = (id: string, signal?: AbortSignal) => http.get<PreCheck>(`${registrations}/${id}/pre-check`, { signal })

export const submitRegistration = (id: string, version: number, agencyId?: string) =>
  http.post<unknown>(`${registrations}/${id}/submission`, { version, ...(agencyId ? { agencyId } : {}) })

export const takeRegistration = (id: string, version: number) => http.post<unknown>(`${registrations}/${id}/take`, { version })

export const releaseRegistration = (id: string, version: number) => http.post<unknown>(`${registrations}/${id}/release`, { version })

export interface Tick { code: string; passed: boolean; note?: string | null }

export const reviewRegistration = (id: string, version: number, ticks: Tick[], items: ReviewedItem[]) =>
  http.put<Amounts & { version: number; secondPersonNeeded: boolean }>(`${registrations}/${id}/review`, { version, ticks, items })

/** What these items come to; nothing is kept. */
export const computeAmounts = (id: string, items: ReviewedItem[], signal?: AbortSignal) =>
  http.post<Amounts & { secondPersonNeeded: boolean }>(`${registrations}/${id}/amounts`, { items }, { signal })

export const returnRegistration = (id: string, version: number, reasons: { code: string; note?: string }[]) =>
  http.post<unknown>(`${registrations}/${id}/return`, { version, reasons })

export const approveRegistration = (id: string, version: number, nationalNumber?: string) =>
  http.post<{ state: string; number?: string | null }>(`${registrations}/${id}/approval`, { version, nationalNumber: nationalNumber || null })

export const confirmRegistration = (id: string, version: number, nationalNumber?: string) =>
  http.post<{ number: string }>(`${registrations}/${id}/second-approval`, { version, nationalNumber: nationalNumber || null })

export const sendBackRegistration = (id: string, version: number, reason: string) => http.post<unknown>(`${registrations}/${id}/send-back`, { version, reason })

export const refuseRegistration = (id: string, version: number, reasonCode: string, reason: string) =>
  http.post<unknown>(`${registrations}/${id}/refusal`, { version, reasonCode, reason })

export const cancelRegistration = (id: string, version: number, reason: string) => http.post<unknown>(`${registrations}/${id}/cancellation`, { version, reason })

export const requestReview = (id: string, version: number, reason: string) => http.post<unknown>(`${registrations}/${id}/review-request`, { version, reason })

export const decideReview = (id: string, version: number, upheld: boolean, reason: string) =>
  http.post<unknown>(`${registrations}/${id}/review-decision`, { version, upheld, reason })

export const certificateAddress = (id: string) => `${registrations}/${id}/certificate`

export const downloadCertificate = (id: string) => http.download(`${certificateAddress(id)}.pdf`)

export const verifyCertificate = (code: string, signal: AbortSignal) =>
  http.get<VerifiedCertificate>(`/api/contracts/verify/${encodeURIComponent(code)}`, { signal })

export const getTurnover = (query: Query, signal: AbortSignal) => http.get<Turnover>('/api/contracts/turnover', { query, signal })

export const getPublicStatistics = (query: Query, signal: AbortSignal) => http.get<Turnover>('/api/contracts/turnover/public', { query, signal })

export const listTurnoverContracts = (filter: TurnoverFilter, page: number, signal: AbortSignal) =>
  http.get<TurnoverRows>('/api/contracts/turnover/contracts', { query: { ...filter, page, size: 20 }, signal })

export const exportTurnover = (filter: TurnoverFilter) => http.download(withQuery('/api/contracts/turnover/export', { ...filter }))

export const setTurnoverTarget = (areaCode: string, year: number, amount: Money) =>
  http.put<unknown>('/api/contracts/turnover/targets', { areaCode, year, amount })
