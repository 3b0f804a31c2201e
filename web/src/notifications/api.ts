import { http } from '@/app/http'

export type MailDelivery = 'IMMEDIATE' | 'DAILY' | 'NONE'

export interface Notice {
  id: string; kind: string; needsAction: boolean; organisationId: string; organisationName: string
  titleZh: string; titleEn: string; textZh: string; textEn: string; link: string; createdAt: string; readAt?: string | null
}
export interface NoticePage { items: Notice[]; total: number; page: number; size: number; unread: number }
export interface Preference { kind: string; group: string; nameZh: string; nameEn: string; needsAction: boolean; mail: MailDelivery; chosen: boolean }
export interface Preferences { mailConfigured: boolean; items: Preference[] }

const base = '/api/notifications'
export const listNotices = (query: { unread?: boolean; page: number; size: number }, signal?: AbortSignal) => http.get<NoticePage>(`${base}/notices`, { query, signal })
export const markRead = (id: string) => http.post<{ count: number }>(`${base}/notices/${id}/read`)
export const markAllRead = (upTo: string) => http.post<{ count: number }>(`${base}/notices/read`, { upTo })
export const listPreferences = (signal?: AbortSignal) => http.get<Preferences>(`${base}/preferences`, { signal })
export const setPreference = (kind: string, mail: MailDelivery) => http.put<{ mail: MailDelivery }>(`${base}/preferences/${kind}`, { mail })
