import { http } from '@/app/http'

/** Wire types of the dossiers in /openapi/trading.json. */
export type DossierState = 'COLLECTING' | 'READY' | 'ABANDONED'

export interface Dossier {
  id: string
  dealId: string
  dealNumber: string
  state: DossierState
  view: 'SELLER' | 'BUYER' | 'BUREAU'
  personName: string
  openedAt: string
  madeAt?: string | null
  /** The services that have not given their papers. */
  waitingFor: ('listings' | 'contracts')[]
  fingerprint?: string | null
  contentHash?: string | null
  fileName?: string | null
  size?: number | null
}

/** What the market has on record for a fingerprint. */
export interface IssuedDossier {
  dealNumber: string
  organisationName: string
  madeAt: string
  contentHash: string
  size: number
  fileSha256: string
}

const base = (dealId: string) => `/api/trading/deals/${dealId}/dossiers`

export const listDossiers = (dealId: string, signal?: AbortSignal) => http.get<{ items: Dossier[] }>(base(dealId), { signal })

export const openDossier = (dealId: string, id: string, signal?: AbortSignal) => http.put<Dossier>(`${base(dealId)}/${id}`, undefined, { signal })

export const getDossier = (dealId: string, id: string, signal?: AbortSignal) => http.get<Dossier>(`${base(dealId)}/${id}`, { signal })

export const downloadDossier = (dossier: Dossier) => http.download(`${base(dossier.dealId)}/${dossier.id}/file`, dossier.fileName ?? undefined)

export const checkDossier = (fingerprint: string, signal?: AbortSignal) =>
  http.get<IssuedDossier>(`/api/trading/dossiers/issued/${encodeURIComponent(fingerprint)}`, { signal })
