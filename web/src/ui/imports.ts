import { http } from '@/app/http'

export type ImportOutcome = 'OK' | 'UPDATED' | 'UNCHANGED' | 'REFUSED'

/** An uploaded file whose rows the service takes in the background. */
export interface Import {
  id: string
  source: string
  fileName: string
  uploadedBy: string
  uploadedAt: string
  status: 'WAITING' | 'RUNNING' | 'DONE'
  total: number
  done: number
  ok: number
  updated: number
  unchanged: number
  refused: number
  finishedAt: string | null
}

export interface ImportedRow {
  row: number
  externalId: string | null
  outcome: ImportOutcome
  code: string | null
  text: string | null
  subjectId: string | null
}

export interface Listed<T> {
  items: T[]
  total: number
  page: number
  size: number
}

/** The services that import, with the same addresses. */
export type ImportingService = 'listings' | 'demands'

const base = (service: ImportingService) => `/api/${service}/imports`

export function uploadImport(service: ImportingService, file: File, id: string): Promise<Import> {
  const form = new FormData()
  form.append('id', id)
  form.append('file', file)
  return http.upload<Import>(base(service), form)
}

export const listImports = (service: ImportingService, page: number, signal?: AbortSignal) =>
  http.get<Listed<Import>>(base(service), { query: { page, size: 10 }, signal })

export const getImport = (service: ImportingService, id: string, signal?: AbortSignal) =>
  http.get<Import>(`${base(service)}/${id}`, { signal })

export const listImportRows = (service: ImportingService, id: string, query: { outcome: string; page: number; size: number }, signal?: AbortSignal) =>
  http.get<Listed<ImportedRow>>(`${base(service)}/${id}/rows`, { query, signal })

export const downloadTemplate = (service: ImportingService, name: string) => http.download(`${base(service)}/template.xlsx`, name)
