import { useRouter } from 'vue-router'
import { useSession } from '@/app/session'

/** The way from a match to a negotiation: the enterprise that has the need opens it. Both are named by their numbers. */
export function useNegotiationLink() {
  const router = useRouter()
  const { hasRole } = useSession()

  /** Undefined when this person cannot open one. */
  return function negotiationLink(achievement: string, demand: string) {
    const place = { name: 'open-negotiation', query: { achievement, demand } }
    return hasRole('purchaser') && router.hasRoute(place.name) ? place : undefined
  }
}
