import { useRouter } from 'vue-router'
import { useSession } from '@/app/session'

/** The way from a match to a negotiation: the enterprise that has the need opens it. */
export function useNegotiationLink() {
  const router = useRouter()
  const { hasRole } = useSession()

  /** Undefined when this person cannot open one. */
  return function negotiationLink(achievementId: string, demandId: string) {
    const place = { path: '/workbench/trading/negotiations/new', query: { achievement: achievementId, demand: demandId } }
    return hasRole('purchaser') && router.resolve(place).name !== 'not-found' ? place : undefined
  }
}
