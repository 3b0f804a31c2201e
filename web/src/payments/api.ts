import { http } from '@/app/http'
import type { Money } from '@/ui/money'

export type BillPurpose = 'DEPOSIT' | 'MILESTONE' | 'COMMISSION'
export type BillState = 'OPEN' | 'PAID' | 'CANCELLED'
export type PaymentMethod = 'CARD' | 'ALIPAY' | 'WECHAT_PAY'
export type DepositState = 'AWAITED' | 'HELD' | 'RETURNING' | 'SETTLED' | 'CLOSED'
export type DepositDecision = 'RETURN' | 'APPLY' | 'FORFEIT'
export type EscrowState = 'ANNOUNCED' | 'OPEN' | 'ON_HOLD' | 'ENDED'
export type MilestoneState = 'OPEN' | 'BILLED' | 'PAID_IN' | 'RELEASED' | 'REFUNDED'
export type MovementState = 'QUEUED' | 'PARKED' | 'MATCHED' | 'RETURNED'
export type MovementDirection = 'IN' | 'OUT'
export type Provider = 'BANK_TRANSFER' | 'STRIPE'
export type PayoutState = 'RAISED' | 'PREPARED' | 'RELEASED' | 'EXECUTED' | 'CANCELLED'
export type PayoutKind = 'DEPOSIT_RETURN' | 'SURPLUS' | 'UNCLAIMED' | 'ESCROW_REFUND' | 'SELLER' | 'COMMISSION' | 'TAX' | 'FEE'
export type AccountKind =
  | 'BANK' | 'PROVIDER_CLEARING' | 'UNALLOCATED' | 'DEPOSIT_HELD' | 'ESCROW' | 'SELLER_PAYABLE' | 'BROKER_PAYABLE' | 'PLATFORM_FEE' | 'TAX_WITHHELD'
export type EntryKind =
  | 'RECEIVED' | 'ALLOTTED' | 'DEPOSIT_APPLIED' | 'DEPOSIT_FORFEITED' | 'ESCROW_RELEASED' | 'TAX_KEPT' | 'PAID_OUT' | 'PROVIDER_SETTLED'

export interface Page<T> { items: T[]; total: number; page: number; size: number }

export interface BankAccount { accountName: string; accountNumber: string; bankName: string }
export interface OwnAccount extends BankAccount { stripeAccount?: string | null; changedBy: string; changedAt: string }

export interface Owed {
  id: string; code: string; purpose: BillPurpose; subjectNumber: string; title: string; amount: Money; received: Money; open: Money
  dueAt?: string | null; raisedAt: string; subjectId: string; onlineMethods: PaymentMethod[]
}
export interface HeldDeposit {
  id: string; saleNumber: string; title: string; amount?: Money | null; state: DepositState; decision?: DepositDecision | null; heldAt?: string | null
  settleBy?: string | null; outcome?: string | null; settledAt?: string | null; settledReference?: string | null
}
export interface Balance { accountId: string; kind: AccountKind; amount: Money }
export interface Coming {
  number: string; kind: PayoutKind; purpose: string; amount: Money; state: PayoutState; dueAt?: string | null; reference?: string | null; executedOn?: string | null
}
export interface MyMoney {
  payTo?: BankAccount | null; account?: OwnAccount | null; mayChangeAccount: boolean; mayPay: boolean
  owed: Owed[]; deposits: HeldDeposit[]; balances: Balance[]; coming: Coming[]
}
export interface OnlinePayment { id: string; redirectUrl?: string | null; qrText?: string | null; qrSvg?: string | null }

export interface Bill {
  id: string; code: string; purpose: BillPurpose; subjectNumber: string; title: string; payerName: string; amount: Money; received: Money; state: BillState
  dueAt?: string | null; raisedAt: string; closedAt?: string | null; closeReason?: string | null
}
export interface DepositItem {
  id: string; saleNumber: string; title: string; partyName: string; amount?: Money | null; state: DepositState; billCode?: string | null; dueAt?: string | null
  heldAt?: string | null; decision?: DepositDecision | null; decisionReason?: string | null; settleBy?: string | null; outcome?: string | null
  settledReference?: string | null; settledAt?: string | null
}

export interface EscrowItem {
  dealId: string; number: string; title: string; buyerName: string; sellerName: string; contractNumber?: string | null; price: Money; state: EscrowState
  paidIn: Money; released: Money; refunded: Money; milestoneCount: number
}
export interface Milestone {
  number: number; title: string; dueOn?: string | null; amount: Money; state: MilestoneState; fromDeposit: Money; refunded: Money; fee: Money; billId?: string | null
  billCode?: string | null; billAmount?: Money | null; received?: Money | null; paidInAt?: string | null; releasedAt?: string | null; mayBill: boolean; mayAccept: boolean
}
export interface Escrow {
  dealId: string; number: string; title: string; sellerId: string; sellerName: string; buyerId: string; buyerName: string; contractNumber?: string | null; price: Money
  state: EscrowState; holdReason?: string | null; endOutcome?: string | null; held: Money; freeDeposit: Money; paidDirectly: Money; milestones: Milestone[]
  mayHold: boolean; mayRefund: boolean
}

export interface StatementRow { number: number; outcome: 'MATCHED' | 'QUEUED' | 'KNOWN' | 'REFUSED'; note?: string | null; movementId?: string | null }
export interface StatementItem { id: string; fileName: string; uploadedBy: string; uploadedAt: string; matched: number; queued: number; known: number; refused: number }
export interface Statement extends StatementItem { rows: StatementRow[] }

export interface Candidate { id: string; code: string; title: string; party: string; amount: Money; open: Money }
export interface Movement {
  id: string; provider: Provider; reference: string; direction: MovementDirection; amount: Money; bookedOn: string; counterpartyName?: string | null
  counterpartyAccount?: string | null; remark?: string | null; state: MovementState; queueReason?: string | null; billId?: string | null; billCode?: string | null
  payoutId?: string | null; payoutNumber?: string | null; allotted?: Money | null; note?: string | null; settledBy?: string | null; settledAt?: string | null
  candidates: Candidate[]
}

export interface PayoutItem {
  id: string; number: string; kind: PayoutKind; payeeName: string; amount: Money; purpose: string; provider: Provider; account?: string | null; state: PayoutState
  dueAt?: string | null; raisedAt: string; preparedBy?: string | null; releasedBy?: string | null; reference?: string | null; executedOn?: string | null; mayRelease: boolean
}
export interface Payout {
  id: string; version: number; number: string; kind: PayoutKind; fromKind: AccountKind; fromName: string; payeeId?: string | null; payeeName: string; amount: Money; purpose: string
  provider: Provider; refundOf?: string | null; receiver?: BankAccount | null; state: PayoutState; dueAt?: string | null; raisedAt: string; raisedBy?: string | null
  preparedBy?: string | null; preparedAt?: string | null; releasedBy?: string | null; releasedAt?: string | null; reference?: string | null; executedOn?: string | null
  note?: string | null; mayPrepare: boolean; mayRelease: boolean; mayExecute: boolean; maySendBack: boolean; mayCancel: boolean
}

export interface EntryLine { accountId: string; accountKind: AccountKind; accountName: string; debit?: Money | null; credit?: Money | null }
export interface Entry {
  id: string; number: string; kind: EntryKind; text: string; cause: string; providerReference?: string | null; bookedAt: string; bookedBy?: string | null; lines: EntryLine[]
}
export interface AccountItem { id: string; kind: AccountKind; name: string; currency: string; balance: Money; postings: number }
export interface AccountLine { number: string; kind: EntryKind; text: string; providerReference?: string | null; bookedAt: string; amount: Money; balance: Money }
export interface Account {
  id: string; kind: AccountKind; name: string; currency: string; from: string; to: string; opening: Money; in: Money; out: Money; closing: Money; balanceNow: Money
  lines: AccountLine[]
}
export interface LedgerCheck { id: string; checkedAt: string; checkedBy: string; entries: number; accounts: number; findings: string[] }

type ListQuery = Record<string, string | number | boolean | undefined>
const base = '/api/payments'

export const getMyMoney = (signal?: AbortSignal) => http.get<MyMoney>(`${base}/my-money`, { signal })
export const changeAccount = (account: BankAccount & { stripeAccount?: string }) => http.put<{ changedAt: string }>(`${base}/my-account`, account)
export const payOnline = (billId: string, id: string, method: PaymentMethod) => http.post<OnlinePayment>(`${base}/bills/${billId}/online-payments`, { id, method })

export const listBills = (query: ListQuery, signal?: AbortSignal) => http.get<Page<Bill>>(`${base}/bills`, { query, signal })
export const listDeposits = (query: ListQuery, signal?: AbortSignal) => http.get<Page<DepositItem> & { held: Money[] }>(`${base}/deposits`, { query, signal })

export const listEscrows = (query: ListQuery, signal?: AbortSignal) => http.get<Page<EscrowItem>>(`${base}/escrows`, { query, signal })
export const getEscrow = (id: string, signal?: AbortSignal) => http.get<Escrow>(`${base}/escrows/${id}`, { signal })
export const billMilestone = (id: string, number: number) => http.post<Escrow>(`${base}/escrows/${id}/milestones/${number}/bill`)
export const acceptMilestone = (id: string, number: number) => http.post<Escrow>(`${base}/escrows/${id}/milestones/${number}/acceptance`)
export const holdEscrow = (id: string, reason: string) => http.post<Escrow>(`${base}/escrows/${id}/hold`, { reason })
export const resumeEscrow = (id: string) => http.post<Escrow>(`${base}/escrows/${id}/resumption`)
export const refundEscrow = (id: string, refund: { id: string; amount: Money; reason: string; milestone?: number }) => http.post<Escrow>(`${base}/escrows/${id}/refunds`, refund)

export const listStatements = (query: ListQuery, signal?: AbortSignal) => http.get<Page<StatementItem>>(`${base}/statements`, { query, signal })
export const getStatement = (id: string, signal?: AbortSignal) => http.get<Statement>(`${base}/statements/${id}`, { signal })
export const downloadSampleStatement = () => http.download(`${base}/statements/sample.csv`)
export function uploadStatement(file: File): Promise<Statement> {
  const form = new FormData()
  form.append('file', file)
  return http.upload<Statement>(`${base}/statements`, form)
}

export const listMovements = (query: ListQuery, signal?: AbortSignal) => http.get<Page<Movement>>(`${base}/movements`, { query, signal })
export const matchMovement = (id: string, to: { billId?: string; payoutId?: string; note?: string }) => http.post<{ id: string }>(`${base}/movements/${id}/match`, to)
export const returnMovement = (id: string, reason: string) => http.post<{ payoutNumber: string }>(`${base}/movements/${id}/return`, { reason })
export const settleProvider = (id: string) => http.post<{ id: string }>(`${base}/movements/${id}/settlement`)
export const parkMovement = (id: string, note: string) => http.post<{ id: string }>(`${base}/movements/${id}/park`, { note })
export const resumeMovement = (id: string) => http.post<{ id: string }>(`${base}/movements/${id}/resumption`)

export const listPayouts = (query: ListQuery, signal?: AbortSignal) => http.get<Page<PayoutItem>>(`${base}/payouts`, { query, signal })
export const getPayout = (id: string, signal?: AbortSignal) => http.get<Payout>(`${base}/payouts/${id}`, { signal })
export const orderPayout = (order: { id: string; accountId: string; amount: Money; purpose: string }) => http.post<Payout>(`${base}/payouts`, order)
export const preparePayout = (id: string, version: number, receiver?: BankAccount, byProvider = false) =>
  http.post<Payout>(`${base}/payouts/${id}/preparation`, { version, receiver, byProvider })
export const releasePayout = (id: string, version: number) => http.post<Payout>(`${base}/payouts/${id}/release`, { version })
export const executePayout = (id: string, bankReference: string, executedOn: string) => http.post<Payout>(`${base}/payouts/${id}/execution`, { bankReference, executedOn })
export const sendBackPayout = (id: string, reason: string) => http.post<Payout>(`${base}/payouts/${id}/return`, { reason })
export const cancelPayout = (id: string, reason: string) => http.post<Payout>(`${base}/payouts/${id}/cancellation`, { reason })
export const downloadPayouts = (form: 'xlsx' | 'csv') => http.download(`${base}/payouts/file.${form}`)

export const listEntries = (query: ListQuery, signal?: AbortSignal) => http.get<Page<Entry>>(`${base}/ledger/entries`, { query, signal })
export const downloadEntries = (query: ListQuery) => http.download(`${base}/ledger/entries.xlsx`, undefined, { query })
export const listAccounts = (query: ListQuery, signal?: AbortSignal) => http.get<{ items: AccountItem[]; zero: Money[] }>(`${base}/ledger/accounts`, { query, signal })
export const getAccount = (id: string, from: string, to: string, signal?: AbortSignal) => http.get<Account>(`${base}/ledger/accounts/${id}`, { query: { from, to }, signal })
export const downloadAccount = (id: string, from: string, to: string) => http.download(`${base}/ledger/accounts/${id}/statement.xlsx`, undefined, { query: { from, to } })
export const listChecks = (signal?: AbortSignal) => http.get<{ items: LedgerCheck[] }>(`${base}/ledger/checks`, { signal })
export const inspectLedger = () => http.post<LedgerCheck>(`${base}/ledger/checks`)
