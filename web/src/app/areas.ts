import * as administration from '@/administration/routes'
import * as commissions from '@/commissions/routes'
import * as rewards from '@/commissions/rewards/routes'
import * as contracts from '@/contracts/routes'
import * as demands from '@/demands/routes'
import * as help from '@/help/routes'
import * as home from '@/home/routes'
import * as identity from '@/identity/routes'
import * as listings from '@/listings/routes'
import * as matching from '@/matching/routes'
import * as notifications from '@/notifications/routes'
import * as payments from '@/payments/routes'
import * as todo from '@/todo/routes'
import * as appraisals from '@/trading/appraisals/routes'
import * as trading from '@/trading/routes'
import * as auctionSales from '@/trading/auctions/routes'
import * as bidding from '@/trading/bidding/routes'
import * as dossiers from '@/trading/dossier/routes'
import * as fixedTerm from '@/trading/fixedterm/routes'
import * as sales from '@/trading/sales/routes'
import type { Area } from './area'

export const areas: readonly Area[] = [
  home, help, todo, listings, demands, matching, trading, bidding, sales, fixedTerm, auctionSales, appraisals, dossiers,
  contracts, commissions, rewards, payments, notifications, identity, administration,
]
