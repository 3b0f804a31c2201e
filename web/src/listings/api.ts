import { http } from '@/app/http'
import type { HistoryEntry } from '@/ui/history'
import type { Listed } from '@/ui/imports'
import type { Money } from '@/ui/money'

export interface Right {
  kind: string
  number: string | null
  owner: string | null
  status: 'GRANTED' | 'APPLIED' | 'LAPSED' | null
  expiresOn: string | null
  feeDueOn: string | null
}

export interface Completer {
  name: string
  order: number
  unit: string | null
  shareRate: number | null
}

export interface Secrecy {
  level: 'NONE' | 'INTERNAL' | 'SECRET'
  keyCoreTechnology: boolean
  declared: boolean
  approvalNumber: string | null
  approvalAuthority: string | null
  approvedOn: string | null
}

export interface SourceWords {
  price: string | null
  region: string | null
  ip: string | null
  maturity: string | null
}

/** What everyone may read of an achievement's text. */
export interface PublicText {
  keywords: string[]
  form: string | null
  attribute: string | null
  fieldCode: string | null
  maturity: string | null
  trl: number | null
  ipRights: Omit<Right, 'feeDueOn'>[]
  holderUnits: string[]
  planCode: string | null
  planProject: string | null
  industryCode: string | null
  publicSummary: string
  problemSolved: string | null
  application: string | null
  indicators: string | null
  benefits: string | null
  transferWays: string[]
  pricingMode: string | null
  expectedPrice: Money | null
  priceNegotiable: boolean
  areaCode: string | null
  asStated: SourceWords | null
}

/** What an author fills in. */
export interface Content extends Omit<PublicText, 'ipRights'> {
  title: string
  ipRights: Right[]
  completers: Completer[]
  secrecy: Secrecy
}

export interface AchievementFile {
  id: string
  name: string
  contentType: string
  size: number
  kind: string
  visibility?: 'PUBLIC' | 'CONFIDENTIAL'
  published?: boolean
}

export type AchievementAction = 'edit' | 'discard' | 'submit' | 'approve' | 'return' | 'publish' | 'suspend' | 'resume' | 'withdraw' | 'confidential'

export interface Achievement {
  id: string
  version: number
  number: string | null
  state: string
  revision: string | null
  owner: { id: string; name: string; kind: string; publicInstitution: boolean; stated: boolean }
  source: string | null
  externalId: string | null
  content: Content
  public: Content | null
  hasConfidentialDetail: boolean
  files: AchievementFile[]
  returned: { from: string; reasonCode: string; reason: string; at: string } | null
  stateReason: string | null
  dealNote: string | null
  submittedBy: string | null
  submittedAt: string | null
  createdAt: string
  changedAt: string
  publishedAt: string | null
  actions: AchievementAction[]
}

export interface AchievementItem {
  id: string
  number: string | null
  title: string
  state: string
  revision: string | null
  returned: boolean
  fieldCode: string | null
  pricingMode: string | null
  expectedPrice: Money | null
  priceNegotiable: boolean
  source: string | null
  externalId: string | null
  changedAt: string
  publishedAt: string | null
}

export interface ReviewItem {
  id: string
  number: string | null
  title: string
  stage: 'unit' | 'platform'
  revision: boolean
  ownerName: string
  fieldCode: string | null
  submittedByMe: boolean
  submittedAt: string
}

export interface PublicAchievement {
  id: string
  number: string
  externalId: string | null
  version: number
  status: string
  title: string
  owner: { id: string; name: string; kind: string; publicInstitution: boolean; stated: boolean; verified: boolean }
  origin: { source: string; externalId: string; postedBy: string; listedOn: string | null; url: string | null } | null
  text: PublicText | null
  hasConfidentialDetail: boolean
  files: AchievementFile[]
  nonExclusiveDeals: string | null
  publishedAt: string
  changedAt: string
  history: { at: string; status: string }[]
}

export interface Confidential {
  text: string
  working: string | null
  files: AchievementFile[]
}

export interface Access {
  relation: 'HOLDER' | 'GRANTED' | 'NONE'
  negotiationId: string | null
}

export interface Opening {
  openedAt: string
  person: string
  organisation: string
  own: boolean
  negotiationId: string | null
  fileName: string | null
}

const base = '/api/listings/achievements'
const one = (id: string, action = '') => `${base}/${id}${action ? `/${action}` : ''}`

export const listMyAchievements = (query: { state: string; text: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Listed<AchievementItem>>(base, { query, signal })
export const getAchievement = (id: string, signal?: AbortSignal) => http.get<Achievement>(one(id), { signal })
export const getPublicAchievement = (number: string, signal?: AbortSignal) =>
  http.get<PublicAchievement>(`${base}/by-number/${encodeURIComponent(number)}`, { signal })
export const listHistory = (id: string, signal?: AbortSignal) => http.get<{ items: HistoryEntry[] }>(one(id, 'history'), { signal })
export const saveDraft = (id: string, content: Content, version: number | undefined) => http.put<Achievement>(one(id), { content, version: version ?? null })
export const discardDraft = (id: string, version: number) => http.delete<unknown>(`${one(id)}?version=${version}`)
export const submitAchievement = (id: string, version: number) => http.post<Achievement>(one(id, 'submit'), { version })
export const approveAchievement = (id: string, version: number, holderConfirmed: boolean, secrecyCleared: boolean) =>
  http.post<Achievement>(one(id, 'approve'), { version, holderConfirmed, secrecyCleared })
export const returnAchievement = (id: string, version: number, reasonCode: string, reason: string) =>
  http.post<Achievement>(one(id, 'return'), { version, reasonCode, reason })
export const publishAchievement = (id: string, version: number) => http.post<Achievement>(one(id, 'publish'), { version })
export const suspendAchievement = (id: string, version: number, reason: string) => http.post<Achievement>(one(id, 'suspend'), { version, reason })
export const resumeAchievement = (id: string, version: number) => http.post<Achievement>(one(id, 'resume'), { version })
export const withdrawAchievement = (id: string, version: number, reason: string) => http.post<Achievement>(one(id, 'withdraw'), { version, reason })
export const listReviews = (query: { page: number; size: number }, signal?: AbortSignal) =>
  http.get<Listed<ReviewItem>>('/api/listings/reviews', { query, signal })
export const getAccess = (id: string, signal?: AbortSignal) => http.get<Access>(one(id, 'access'), { signal })
export const openConfidential = (id: string) => http.get<Confidential>(one(id, 'confidential'))
export const saveConfidential = (id: string, text: string, version: number) => http.put<{ version: number }>(one(id, 'confidential'), { text, version })
export const listOpenings = (id: string, page: number, signal?: AbortSignal) => http.get<Listed<Opening>>(one(id, 'openings'), { query: { page, size: 20 }, signal })

export function addAttachment(id: string, file: File, kind: string, visibility: string, version: number): Promise<Achievement> {
  const form = new FormData()
  form.append('kind', kind)
  form.append('visibility', visibility)
  form.append('version', String(version))
  form.append('file', file)
  return http.upload<Achievement>(one(id, 'attachments'), form)
}

export const removeAttachment = (id: string, fileId: string) => http.delete<Achievement>(one(id, `attachments/${fileId}`))
export const attachmentUrl = (id: string, fileId: string) => one(id, `attachments/${fileId}`)
export const downloadAttachment = (id: string, file: AchievementFile) => http.download(attachmentUrl(id, file.id), file.name)
