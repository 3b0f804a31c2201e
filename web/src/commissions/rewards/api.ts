import { http } from '@/app/http'
import type { Money } from '@/ui/money'
import type { Page } from '../api'

export type RewardRole = 'MAIN_CONTRIBUTOR' | 'CONTRIBUTOR' | 'TRANSFER_OFFICE' | 'UNIT'
export type RewardPlanStatus = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'NOTICE' | 'EFFECTIVE' | 'WITHDRAWN'
export type RewardNoticeState = 'RUNNING' | 'PAUSED' | 'PASSED' | 'REVISED' | 'CANCELLED'
export type RewardObjectionState = 'OPEN' | 'REJECTED' | 'UPHELD' | 'SETTLED'

export interface RewardShare { role: RewardRole; name: string; basisPoints: number; workNumber?: string | null; leader: boolean }
export interface RewardDeduction { code: string; amount: Money; note: string }
export interface RewardContent { basis: string; deductions: RewardDeduction[]; shares: RewardShare[] }

export interface RewardFloorResult { rule: 'AWARD' | 'MAIN_CONTRIBUTORS' | 'TRANSFER_OFFICE'; required: number; actual: number; met: boolean }

export interface RewardCalculation {
  income: Money; deducted: Money; netIncome: Money; basisPoints: number; awardBasisPoints: number; award?: Money | null; amounts?: Money[] | null
  floors: RewardFloorResult[]; source: string; encouragedRate?: number | null
}

export interface RewardDeals {
  items: { dealId: string; dealNumber: string; contractNumber: string; title: string; buyerName: string; amount: Money; registered: boolean }[]
  deductions: { code: string; zh: string; en: string }[]
}

export interface RewardPlanItem {
  id: string; number: string; status: RewardPlanStatus; title: string; contractNumber: string; buyerName: string; amount: Money; netIncome: Money
  awardBasisPoints: number; statusSince: string
}

export interface RewardObjection {
  id: string; state: RewardObjectionState; reason: string; name?: string | null; contact?: string | null; receivedAt: string; dueAt: string
  decision?: string | null; decidedBy?: string | null; decidedAt?: string | null
}

export interface RewardDue {
  id: string; place: number; role: RewardRole; name: string; workNumber?: string | null; amount: Money; payBy: string
  bankReference?: string | null; paidOn?: string | null; recordedBy?: string | null; mayPay: boolean
}

export interface RewardReceipt { id: string; received: Money; net: Money; receivedAt: string; dues: RewardDue[] }

export interface RewardPlan extends RewardContent {
  id: string; version: number; number: string; status: RewardPlanStatus; dealId: string; dealNumber: string; achievementNumber?: string | null; title: string
  sellerName: string; buyerName: string; contractId: string; contractNumber: string
  registration?: { number?: string | null; verificationCode?: string | null; contractAmount: Money; technicalAmount: Money; registeredAt: string } | null
  calculation: RewardCalculation; reason?: string | null; history: { action: string; personName?: string | null; reason?: string | null; at: string }[]
  notices: { number: string; state: RewardNoticeState; publishedAt: string; endsAt: string; closedAt?: string | null; closingReason?: string | null; objections: RewardObjection[] }[]
  receipts: RewardReceipt[]; awardDue: Money; awardPaid: Money
  mayEdit: boolean; maySubmit: boolean; mayReturn: boolean; mayApprove: boolean; mayPublish: boolean; mayWithdraw: boolean; mayDecide: boolean; ownPlan: boolean
}

export interface RewardNoticeItem { number: string; state: RewardNoticeState; title: string; sellerName: string; award: Money; publishedAt: string; endsAt: string }

export interface RewardNotice {
  number: string; state: RewardNoticeState; achievementNumber?: string | null; title: string; sellerName: string; buyerName: string; contractNumber: string
  registrationNumber?: string | null; verificationCode?: string | null; registeredAt: string; contractAmount: Money; technicalAmount: Money; deducted: Money
  netIncome: Money; award: Money; basis: string; parts: { role: RewardRole; name: string; leader: boolean; basisPoints: number; amount: Money }[]
  length: { value: number; unit: 'MINUTES' | 'HOURS' | 'DAYS' | 'WORKING_DAYS' }; publishedAt: string; endsAt: string; remainingSeconds?: number | null
  closedAt?: string | null; closingReason?: string | null
  objections: { state: RewardObjectionState; receivedAt: string; decision?: string | null; decidedAt?: string | null }[]; takesObjections: boolean
}

const base = '/api/commissions'
const plans = `${base}/reward-plans`

export const listRewardDeals = (signal?: AbortSignal) => http.get<RewardDeals>(`${base}/reward-deals`, { signal })
export const previewReward = (dealId: string, content: Pick<RewardContent, 'deductions' | 'shares'>, signal?: AbortSignal) =>
  http.post<RewardCalculation>(`${base}/reward-previews`, { dealId, deductions: content.deductions, shares: content.shares }, { signal })
export const listRewardPlans = (query: Record<string, string | number>, signal?: AbortSignal) => http.get<Page<RewardPlanItem>>(plans, { query, signal })
export const getRewardPlan = (id: string, signal?: AbortSignal) => http.get<RewardPlan>(`${plans}/${id}`, { signal })
export const createRewardPlan = (id: string, dealId: string, content: RewardContent) => http.post<RewardPlan>(plans, { id, dealId, content })
export const editRewardPlan = (id: string, version: number, content: RewardContent) => http.put<RewardPlan>(`${plans}/${id}`, { version, content })
export const submitRewardPlan = (id: string, version: number) => http.post<RewardPlan>(`${plans}/${id}/submit`, { version })
export const returnRewardPlan = (id: string, version: number, reason: string) => http.post<RewardPlan>(`${plans}/${id}/return`, { version, reason })
export const approveRewardPlan = (id: string, version: number) => http.post<RewardPlan>(`${plans}/${id}/approve`, { version })
export const publishRewardNotice = (id: string, version: number) => http.post<RewardPlan>(`${plans}/${id}/publish`, { version })
export const withdrawRewardPlan = (id: string, version: number, reason: string) => http.post<RewardPlan>(`${plans}/${id}/withdraw`, { version, reason })
export const decideRewardObjection = (id: string, objectionId: string, outcome: 'REJECTED' | 'UPHELD', reason: string) =>
  http.post<RewardPlan>(`${plans}/${id}/objections/${objectionId}/decide`, { outcome, reason })
export const payReward = (dueId: string, payment: { amount: Money; bankReference: string; paidOn: string }) =>
  http.put<RewardPlan>(`${base}/reward-dues/${dueId}/payment`, payment)
export const rewardDocument = (id: string, lang: string) => `${plans}/${id}/document.html?lang=${lang}`
export const downloadRewardDocument = (id: string, lang: string) => http.download(`${plans}/${id}/document.pdf?lang=${lang}`)

export const listRewardNotices = (query: Record<string, string | number>, signal?: AbortSignal) =>
  http.get<Page<RewardNoticeItem>>(`${base}/reward-notices`, { query, signal })
export const getRewardNotice = (number: string, signal?: AbortSignal) => http.get<RewardNotice>(`${base}/reward-notices/${number}`, { signal })
export const objectToReward = (number: string, objectionId: string, objection: { name: string; contact: string; reason: string }) =>
  http.put<{ id: string; receivedAt: string; decidedBy: string }>(`${base}/reward-notices/${number}/objections/${objectionId}`, objection)
